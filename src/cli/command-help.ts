// What `--help` says below the options.

export const CHECK_HELP = `
Every path is one contract: a file (PDF, DOCX, Markdown, HTML, text), or a
folder or zip archive whose files make up one contract. With --bundle all paths
make up one.

Exit codes
  0  no gap at or above --fail-on
  1  gaps: requirements that are missing or adverse (with --fail-on-partial,
     partial too)
  2  something could not be checked; whatever could be is reported all the same

Data goes to standard output, everything else to standard error.`;

export const COMPARE_HELP = `
Each of OLD and NEW is one contract: a file, or a folder or zip archive whose
files make up one contract. Clauses are matched by their words, whatever their
number and place.

Exit codes
  0  nothing opened
  1  something opened at or above --fail-on: a new gap, a worse verdict, an
     element or a number that got worse (what somebody accepted does not count)
  2  something could not be read; whatever could be is compared all the same`;

export const RESPONSIBILITIES_HELP = `
Without --format the matrix is printed. In the schedule (docx, md) the usual
owner is proposed for what the contract leaves open, marked as a proposal.

Exit codes
  0  every core function has a clear owner
  1  a core function has none: nobody, both without a split, or a conflict
  2  something could not be read; whatever could be is shown all the same`;

import pc from "picocolors";

/** Where the command line writes. Data goes to `out`, everything said about it to `err`; both escape nothing. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True where a person watches `err`: progress makes sense. */
  readonly watched: boolean;
  readonly color: Readonly<Record<"bold" | "dim" | "red" | "yellow" | "green", (text: string) => string>>;
}

/** The terminal of this process; colour only where `stderr` is a terminal and NO_COLOR is not set (no-color.org). */
export function processTerminal(): Terminal {
  // A reader that closes the pipe early ("| head") is no error of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  const watched = process.stderr.isTTY === true && process.env.TERM !== "dumb";
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    watched,
    color: pc.createColors(watched && !process.env.NO_COLOR),
  };
}

/** True where the text says what the term means: `Security Incident means`, with or without quotation marks. */
export function definesTerm(text: string, term: string): boolean {
  const means = "(?:means?|shall mean|has the (?:same )?meaning|is defined)(?!\\p{L})";
  return new RegExp(`(?<![\\p{L}-])${spaced(term)}["'“”„‘’«»*]*\\s*${means}`, "u").test(text);
}

/** True where the contract defines the term in whatever way: by a definition, or in quotation marks behind what it stands for. */
export function isDefinedIn(text: string, term: string): boolean {
  if (definesTerm(text, term)) return true;
  return new RegExp(`["'“‘„«]\\s*${spaced(term)}s?["'”’“»]`, "u").test(text);
}

function spaced(term: string): string {
  return term.split(/\s+/).map(RegExp.escape).join("\\s+");
}

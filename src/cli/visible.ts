/**
 * Text from a file or a path made fit for a terminal: control characters (escape sequences among them) and direction
 * overrides become "?", line breaks a space.
 */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "?");
}

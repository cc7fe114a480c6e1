/**
 * A text, or every text of a view, fit to be shown. Control characters and lone surrogates are not allowed in HTML, XML and
 * many other formats, and a direction override in a quote would turn the text after it around: each becomes U+FFFD, visibly.
 */
export function printable<T>(value: T): T;
export function printable(value: unknown): unknown {
  if (typeof value === "string") {
    return value
      .toWellFormed()
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, (sign) =>
        sign === "\r" ? "\n" : "\ufffd",
      );
  }
  if (Array.isArray(value)) return value.map((item) => printable(item));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printable(item)]));
}

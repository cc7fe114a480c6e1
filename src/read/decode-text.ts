// Bytes of a text file -> characters.

/** Text without a byte order mark; `guessed` where neither a mark nor valid UTF-8 tells the encoding. */
export function decodeText(bytes: Uint8Array): {
  readonly text: string;
  readonly encoding: string;
  readonly guessed: boolean;
} {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return { text: new TextDecoder(marked).decode(bytes), encoding: marked, guessed: false };
  const bare = bareUtf16(bytes);
  if (bare !== undefined) return { text: new TextDecoder(bare).decode(bytes), encoding: bare, guessed: true };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8", guessed: false };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252", guessed: true };
  }
}

/** HTML may name its encoding in a `meta` element of the first 1024 bytes (WHATWG HTML 13.2.3.2). */
export function decodeHtml(bytes: Uint8Array): ReturnType<typeof decodeText> {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 1024));
  const named = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(head)?.[1];
  const decoded = decodeText(bytes);
  if (!decoded.guessed || named === undefined) return decoded;
  try {
    return { text: new TextDecoder(named).decode(bytes), encoding: named.toLowerCase(), guessed: false };
  } catch {
    return decoded;
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/** UTF-16 without a mark: in European text nearly every second byte is zero. */
function bareUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 16) return undefined;
  const even = sample.filter((byte, index) => byte === 0 && index % 2 === 0).length;
  const odd = sample.filter((byte, index) => byte === 0 && index % 2 === 1).length;
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return "utf-16le";
  return even > half * 0.7 && odd < half * 0.05 ? "utf-16be" : undefined;
}

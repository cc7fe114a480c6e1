// The phrase language that a lawyer writes (docs/requirement-files.md):
//   words           match in any inflection and in British or American spelling, side by side, determiners between them aside
//   ...  ..         a gap of up to 40 (4) words inside one provision
//   (a|b c|)        a choice; an empty choice makes the group optional
//   word*           any ending
//   =word           this form only
//   {name}          a role, a list of vocabulary.yaml, or a slot: duration, frequency, percent, money, {art 33}, {section 66}
import { wordsOf } from "./tokens.ts";

export type PhrasePart =
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "prefix"; readonly prefix: string }
  | { readonly kind: "exact"; readonly word: string }
  | { readonly kind: "gap"; readonly max: number }
  | { readonly kind: "choice"; readonly options: readonly (readonly PhrasePart[])[] }
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "law"; readonly law: "article" | "section"; readonly number: number };

export class PhraseError extends Error {}

const LONG_GAP = 40;
const SHORT_GAP = 4;
const PIECE = /\s+|\.{2,3}|\{[^{}]*\}|[()|]|=?[\p{L}\p{N}]+(?:['’][\p{L}]+)?\*?|./gu;

/** Parts of one phrase. Throws PhraseError with what is wrong and where ("unclosed '(' at 14"). */
export function parsePhrase(source: string): PhrasePart[] {
  const pieces = [...source.matchAll(PIECE)].map((match) => ({ text: match[0], at: match.index }));
  let next = 0;
  const parts = sequence(0);
  if (next < pieces.length)
    throw new PhraseError(`unexpected "${pieces[next]?.text}" at ${(pieces[next]?.at ?? 0) + 1}`);
  if (!parts.some((part) => part.kind !== "gap")) throw new PhraseError("a phrase needs at least one word");
  if (parts[0]?.kind === "gap" || parts.at(-1)?.kind === "gap")
    throw new PhraseError("a phrase cannot begin or end with a gap");
  return parts;

  function sequence(depth: number): PhrasePart[] {
    const result: PhrasePart[] = [];
    for (; next < pieces.length; next++) {
      const piece = pieces[next];
      if (!piece || /^[\s,\-–—/]+$/.test(piece.text)) continue;
      if (piece.text === "|" || piece.text === ")") {
        if (depth === 0) throw new PhraseError(`unexpected "${piece.text}" at ${piece.at + 1}`);
        return result;
      }
      if (piece.text === "(") result.push(choice(depth + 1, piece.at));
      else add(result, partsOf(piece.text, piece.at));
    }
    return result;
  }

  function choice(depth: number, at: number): PhrasePart {
    const options: PhrasePart[][] = [];
    do {
      next++;
      options.push(sequence(depth));
    } while (pieces[next]?.text === "|");
    if (pieces[next]?.text !== ")") throw new PhraseError(`unclosed "(" at ${at + 1}`);
    if (options.every((option) => option.length === 0)) throw new PhraseError(`empty choice at ${at + 1}`);
    return { kind: "choice", options };
  }
}

/** Gaps side by side are one gap. */
function add(parts: PhrasePart[], more: readonly PhrasePart[]): void {
  for (const part of more) {
    const last = parts.at(-1);
    if (part.kind === "gap" && last?.kind === "gap")
      parts[parts.length - 1] = { kind: "gap", max: last.max + part.max };
    else parts.push(part);
  }
}

/** A contraction is two words, as it is in a contract's text. */
function partsOf(text: string, at: number): PhrasePart[] {
  const words = text.endsWith("*") || !/^\p{L}/u.test(text) ? [] : wordsOf(text);
  return words.length > 1 ? words.map((word) => ({ kind: "word", word })) : [single(text, at)];
}

function single(text: string, at: number): PhrasePart {
  if (text === "...") return { kind: "gap", max: LONG_GAP };
  if (text === "..") return { kind: "gap", max: SHORT_GAP };
  if (text.startsWith("{")) return named(text.slice(1, -1).trim().toLowerCase(), at);
  if (/^=[\p{L}\p{N}'’]+$/u.test(text)) return { kind: "exact", word: text.slice(1).toLowerCase() };
  if (!/^[\p{L}\p{N}]/u.test(text))
    throw new PhraseError(`unexpected "${text}" at ${at + 1}; a phrase has words, ..., (a|b), word*, =word and {name}`);
  const word = text.toLowerCase().replace("’", "'");
  if (!word.endsWith("*")) return { kind: "word", word: word.replace(/'s$/, "") };
  if (word.length < 4) throw new PhraseError(`"${text}" at ${at + 1} is too short for any ending`);
  return { kind: "prefix", prefix: word.slice(0, -1) };
}

function named(name: string, at: number): PhrasePart {
  const law = /^(art|article|section) (\d+)$/.exec(name);
  if (law) return { kind: "law", law: law[1] === "section" ? "section" : "article", number: Number(law[2]) };
  if (!/^[a-z][a-z-]*$/.test(name)) throw new PhraseError(`"{${name}}" at ${at + 1} is not a name`);
  return { kind: "named", name };
}

// The only door to marked: its lexer with GitHub's tables, never its renderer.
import { Lexer, type MarkedToken, type Token, type Tokens } from "marked";

export type { MarkedToken, Token, Tokens };

/** Block tokens of a document (CommonMark 0.31 with GFM), and a way to lex a single line of it with the same link definitions. */
export function lexMarkdown(text: string): { tokens: Token[]; inline: (line: string) => Token[] } {
  const lexer = new Lexer({ gfm: true });
  const tokens = lexer.lex(text);
  return { tokens, inline: (line) => lexer.inlineTokens(line) };
}

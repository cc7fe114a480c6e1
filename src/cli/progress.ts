import type { Terminal } from "./terminal.ts";
import { visible } from "./visible.ts";

export interface Progress {
  /** Says which contract is being read. */
  readonly start: (name: string) => void;
  /** Removes what was said, before lasting text follows. */
  readonly clear: () => void;
}

/** One line that is rewritten, only where a person watches. `total` 0 keeps silent. */
export function progressOf(terminal: Terminal, total: number): Progress {
  if (!terminal.watched || total === 0) return { start: () => {}, clear: () => {} };
  let done = 0;
  return {
    start: (name) => {
      done += 1;
      const line = `Checking ${visible(name)}${total === 1 ? "" : ` (${done} of ${total})`}`;
      terminal.err(`\r\u001b[K${line.slice(0, 79)}`);
    },
    clear: () => terminal.err("\r\u001b[K"),
  };
}

// The engine of pdfjs-dist, which parses pages, in the same thread as what asks it.
import type { PDFWorker } from "pdfjs-dist/legacy/build/pdf.mjs";

interface Message {
  readonly stream?: number;
  readonly chunk?: Readonly<Record<string, unknown>>;
}
type Listener = (event: { readonly data: unknown }) => void;

// Kinds of messages of pdfjs-dist 5.4.296 (`StreamKind`).
const ENQUEUE = 4;
const PULL = 6;
const PULL_COMPLETE = 7;

/**
 * A new engine for one document, to be handed to pdfjs as `worker`; it goes with the document. Without it pdfjs sets up its own
 * in the same thread and yet copies each message with structuredClone, as if it went to another: a fifth of all time.
 */
export async function pdfEngine(): Promise<PDFWorker> {
  const [{ PDFWorker }, { WorkerMessageHandler }] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    import("pdfjs-dist/legacy/build/pdf.worker.mjs"),
  ]);
  const port = new Port();
  WorkerMessageHandler.initializeFromPort(port);
  return new PDFWorker({ port: port as never, verbosity: 0 });
}

/** What both sides post to and listen on; each knows its own messages by name. */
class Port {
  readonly #listeners = new Set<Listener>();

  postMessage(message: Message, transfer?: ArrayBuffer[]): void {
    const data = handOver(message) ?? structuredClone(message, transfer && { transfer });
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener({ data });
    });
  }

  addEventListener(_type: "message", listener: Listener, { signal }: { signal?: AbortSignal } = {}): void {
    this.#listeners.add(listener);
    signal?.addEventListener("abort", () => this.#listeners.delete(listener));
  }

  removeEventListener(_type: "message", listener: Listener): void {
    this.#listeners.delete(listener);
  }
}

/**
 * The messages that are many, without a copy: plain requests for more, and the text items and operators of a page. Those are
 * made for the message and never changed; only the lists that hold them are emptied and used again. Undefined for others.
 */
function handOver(message: Message): Message | undefined {
  const { stream, chunk } = message;
  if (stream === PULL || stream === PULL_COMPLETE) return message;
  if (stream !== ENQUEUE || !chunk || !("items" in chunk || "fnArray" in chunk)) return undefined;
  const parts = Object.entries(chunk).map(([name, part]) => [name, Array.isArray(part) ? [...part] : part]);
  return { ...message, chunk: Object.fromEntries(parts) };
}

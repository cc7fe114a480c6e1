import { ContractCheckError } from "../model/diagnostic.ts";
import { visible } from "./visible.ts";

/**
 * What a person is told of an error, one line each: "clausecheck: NAME: what; what to do". A trace only where
 * CLAUSECHECK_DEBUG is set.
 */
export function errorLines(error: unknown, context = ""): string {
  const lines = messageOf(error, context)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => `clausecheck: ${visible(line)}\n`);
  const trace = process.env.CLAUSECHECK_DEBUG && error instanceof Error ? `${traceOf(error)}\n` : "";
  return lines.join("") + trace;
}

function messageOf(error: unknown, context: string): string {
  if (error instanceof ContractCheckError) return error.message;
  const name = context === "" ? "" : `${context}: `;
  return `${name}could not be checked (internal error); set CLAUSECHECK_DEBUG=1 and report what it shows.`;
}

function traceOf(error: Error): string {
  const own = error.stack ?? String(error);
  return error.cause instanceof Error ? `${own}\ncaused by ${traceOf(error.cause)}` : own;
}

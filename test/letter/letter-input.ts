import fc from "fast-check";
import { type SupplierLetterOptions, supplierLetter } from "../../src/letter.ts";
import { loadLetters } from "../../src/library/load-letters.ts";
import { loadLibrary } from "../../src/library/load-library.ts";
import { loadPacks } from "../../src/library/load-packs.ts";
import { loadPlaybook } from "../../src/library/load-playbook.ts";
import type { Library, Playbook, Requirement } from "../../src/model/requirement.ts";
import { type Evidence, type Finding, type Review, VERDICTS } from "../../src/model/review.ts";
import { evidence, sampleReview } from "../report/sample-review.ts";

export const library = loadLibrary();
export const playbook = loadPlaybook(library);
const { terms, properNames, sameNumber } = loadPacks();

export const options: SupplierLetterOptions = {
  library,
  playbook,
  texts: loadLetters(),
  terms,
  properNames,
  sameNumber,
  from: ["Jane Doe", "Head of Legal"],
  to: undefined,
  date: "2026-11-24",
  replyBy: "2026-12-08",
  isReadWhole: true,
};

/** Both versions of the letter; a review without anything to ask for is a mistake of the test. */
export function lettersOf(review: Review, over: Partial<SupplierLetterOptions> = {}) {
  const letters = supplierLetter(review, { ...options, ...over });
  if (!letters) throw new Error("there is nothing to ask for");
  return letters;
}

/** Stands in every field that no supplier may see. */
export const MARKER = "Zzmarker";
const marked = (field: string) => `${MARKER} ${field}.`;

/** A library whose reasons and notes are marked. */
export function markedLibrary(): Library {
  return {
    ...library,
    requirements: library.requirements.map((requirement) => ({
      ...requirement,
      why: marked("why"),
      question: marked("question"),
      weak: requirement.weak.map((entry) => ({ ...entry, because: marked("weak because") })),
      adverse: requirement.adverse.map((entry) => ({ ...entry, because: marked("adverse because") })),
      quantities: requirement.quantities.map((rule) => ({ ...rule, basis: marked("basis") })),
    })),
    notes: new Map(
      [...library.notes].map(([id, note]) => [
        id,
        { ...note, fallback: marked("fallback"), suppliers_say: marked("suppliers say"), concede: marked("concede") },
      ]),
    ),
  };
}

/** A playbook whose positions are marked. */
export function markedPlaybook(): Playbook {
  const ids = library.requirements.map(({ id }) => id);
  return {
    ...playbook,
    id: "zzmarker-playbook",
    title: marked("playbook"),
    fallbacks: Object.fromEntries(
      ids.map((id) => [id, { text: marked("fallback text"), may_lack: [], approval: "legal" as const }]),
    ),
    unacceptable: Object.fromEntries(ids.map((id) => [id, { because: marked("unacceptable"), lacking: ["any"] }])),
  };
}

const SENTENCE = "The Supplier will use the data as it may see fit from time to time, and the Customer agrees to that.";

const quoted = (supports: Evidence["supports"]): fc.Arbitrary<Evidence> =>
  fc
    .record({ start: fc.nat(9000), clause: fc.constantFrom("4.2", "9.1(a)", "Schedule 2, 3.1", "") })
    .map(({ start, clause }) =>
      evidence({ start, end: start + SENTENCE.length, clause, quote: SENTENCE, supports, because: marked("because") }),
    );

function findingOf(requirement: Requirement): fc.Arbitrary<Finding> {
  return fc
    .record({
      verdict: fc.constantFrom(...VERDICTS),
      met: fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 12, maxLength: 12 }),
      quote: quoted("element"),
      adverse: fc.array(quoted("adverse"), { minLength: 1, maxLength: 2 }),
      weak: fc.array(quoted("weak"), { maxLength: 2 }),
      short: fc.boolean(),
      severity: fc.constantFrom("critical" as const, "high" as const, "medium" as const, "low" as const),
      status: fc.constantFrom(undefined, "active" as const, "expired" as const, "outgrown" as const),
      isUnread: fc.boolean(),
    })
    .map(
      ({ verdict, met, quote, adverse, weak, short, severity, status, isUnread }): Finding => ({
        requirementId: requirement.id,
        title: marked("title"),
        area: requirement.area,
        verdict,
        severity,
        confidence: 0.4321,
        elements: requirement.elements.map((element, i) => {
          const [isMet, isWeak] = verdict === "missing" ? [false, false] : (met[i % met.length] ?? [false, false]);
          return {
            id: element.id,
            text: element.text,
            met: isMet,
            weak: isMet && isWeak,
            mandatory: element.mandatory,
            beyondStatute: element.beyond_statute,
            evidence: isMet ? [quote] : [],
          };
        }),
        evidence: [...(verdict === "adverse" ? adverse : []), ...(verdict === "missing" ? [] : weak)],
        quantities:
          short && verdict === "partial"
            ? requirement.quantities.map(({ metric, unit }) => ({
                metric,
                unit,
                value: 5151,
                limit: 7373,
                preferred: 6262,
                standing: "weak" as const,
                evidence: [quote],
              }))
            : [],
        searched: {
          clauses: [marked("searched")],
          near: [evidence({ quote: marked("near"), because: marked("near because") })],
          clausesRead: 4141,
          unreadPages: isUnread ? [{ file: "hosting.pdf", page: 7 }] : [],
        },
        explanation: marked("explanation"),
        position: { level: "below", note: marked("position"), approval: "ciso" },
        weakerThanPolicy: [
          { how: "not-met", policy: { quote: marked("policy"), file: marked("policy file"), clause: "5.2" } },
        ],
        ...(status
          ? {
              deviation: {
                by: marked("by"),
                because: marked("accepted because"),
                accepted: "2026-01-02",
                until: "2026-03-04",
                status,
              },
            }
          : {}),
        why: marked("why"),
        citations: [marked("citation")],
        suggestion: marked("suggestion"),
      }),
    );
}

/** Reviews at random over requirements of the library, every internal field marked. */
export const reviews: fc.Arbitrary<Review> = fc
  .shuffledSubarray([...library.requirements], { minLength: 3, maxLength: 12 })
  .chain((requirements) => fc.tuple(...requirements.map(findingOf)))
  .map((findings) =>
    sampleReview({
      findings,
      playbook: { id: "zzmarker-playbook", version: MARKER },
      library: { version: MARKER, sha256: MARKER },
      diagnostics: [{ code: "reader-note", severity: "warning", message: marked("diagnostic") }],
    }),
  );

import Handlebars from "handlebars";
import type { Evidence, Responsibility, Review } from "../model/review.ts";
import type { ScheduleView } from "../model/schedule.ts";

type Names = Review["contract"]["names"];
type Row = ScheduleView["tables"][number]["rows"][number];

/** Functions where one party must tell the other, in the order in which an incident runs. */
const HANDED_OVER = [
  "security-monitoring",
  "incident-detection",
  "incident-reporting",
  "incident-management",
  "forensic-evidence",
];
const OPEN = "[to be agreed]";
const PROPOSED = "Proposed";

/**
 * The schedule "Responsibility matrix" from what the contract says. Where the contract gives a function to nobody, to both without
 * a split or to different parties, the usual owner is proposed, marked as a proposal. `source` holds the operative paragraphs, one
 * a line, with {{supplier}} and {{customer}}; a name it does not know throws.
 */
export function draftSchedule({ contract: { names }, responsibilities }: Review, source: string): ScheduleView {
  const [supplier, customer] = [capital(names.supplier), capital(names.customer)];
  const text = Handlebars.compile(source, { noEscape: true, strict: true })({
    ...names,
    Supplier: supplier,
    Customer: customer,
  });
  const groups = Map.groupBy(responsibilities, (item) => item.group);
  const tables = [...groups].map(([title, items]) => ({
    title,
    heads: ["Function", short(supplier), short(customer), "Third party", "Basis"],
    widths: [40, 15, 15, 12, 34],
    rows: items.map(rowOf),
  }));
  const handovers = {
    title: "Handover points",
    heads: ["Function", "Who tells whom", "Within", "Through"],
    widths: [30, 34, 16, 36],
    rows: HANDED_OVER.flatMap((id) => responsibilities.filter((item) => item.functionId === id)).map((item) =>
      handoverOf(item, names),
    ),
  };
  const open = [...tables, handovers].flatMap(({ rows }) => rows).filter((row) => row.isProposal).length;
  return {
    title: "Schedule: Responsibility matrix",
    paragraphs: text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
    note:
      open === 0
        ? ""
        : `Shaded or italic rows (${open}) are proposals or still open. Agree each before this Schedule is annexed, then delete this line.`,
    tables: [...tables, handovers],
  };
}

function rowOf(item: Responsibility): Row {
  const letters = lettersOf(item);
  if (letters) return { cells: [item.name, ...letters, placesOf(bearingQuotes(item))], isProposal: false };
  return { cells: [item.name, ...proposed(item), PROPOSED], isProposal: true };
}

/** Letters of supplier, customer and third party by the contract; undefined where it leaves the function open. */
function lettersOf({ allocation }: Responsibility): [string, string, string] | undefined {
  switch (allocation) {
    case "supplier":
      return ["R/A", "I", ""];
    case "customer":
      return ["I", "R/A", ""];
    case "third-party":
      return ["I", "I", "R/A"];
    case "shared-split":
      return ["R/A (own part)", "R/A (own part)", ""];
    default:
      return undefined;
  }
}

/** The usual owner's letters. */
function proposed({ usualOwner }: Responsibility): [string, string, string] {
  switch (usualOwner) {
    case "supplier":
      return ["R/A", "I", ""];
    case "customer":
      return ["C", "R/A", ""];
    case "shared-with-lead":
      return ["R/A (leads)", "R (own part)", ""];
    default:
      return ["[R/A or C]", "[C or R/A]", ""];
  }
}

function handoverOf(item: Responsibility, names: Names): Row {
  const own = item.handovers.filter((told) => told.from === (item.allocation === "customer" ? "customer" : "supplier"));
  const stated = own.find((told) => told.withinHours !== undefined) ?? own[0];
  const [from, to] = stated?.from === "customer" ? [names.customer, names.supplier] : [names.supplier, names.customer];
  const within = stated?.withinHours === undefined ? OPEN : hours(stated.withinHours);
  const contact = stated?.contact ?? OPEN;
  return {
    cells: [item.name, `${capital(from)} tells ${to}`, within, contact],
    isProposal: within === OPEN || contact === OPEN,
  };
}

function hours(count: number): string {
  if (count < 1) return `${Math.round(count * 60)} minutes`;
  return count === 1 ? "1 hour" : `${Number(count.toFixed(1))} hours`;
}

/** Of several quotes those that give it to the party that the matrix names. */
function bearingQuotes({ allocation, evidence }: Responsibility): Evidence[] {
  if (allocation === "shared-split") return evidence;
  return evidence.filter(({ bearer }) => bearer === allocation);
}

const MOST_PLACES = 4;

function placesOf(evidence: readonly Evidence[]): string {
  const places = evidence.map(({ clause, heading }) =>
    clause === "" ? heading : /^[\d(]/.test(clause) ? `clause ${clause}` : clause,
  );
  return capital([...new Set(places.filter((place) => place !== ""))].slice(0, MOST_PLACES).join("; "));
}

/** A column is headed by the name without its article. */
function short(name: string): string {
  return name.replace(/^The /, "");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { createInterface } from "node:readline";
import type { Pack } from "../model/deal.ts";
import { SECTORS } from "../model/deal.ts";
import { ContractCheckError } from "../model/diagnostic.ts";

/** Asks one question; the answer without surrounding blanks, "" for none. */
export type Ask = (question: string) => Promise<string>;

interface Question {
  readonly path: string;
  readonly text: string;
  /** The answer as a value of the profile; a string says what is wrong with it. */
  readonly read: (answer: string) => { readonly value: unknown } | string;
  /** Asked only where the answers so far call for it. */
  readonly when?: (answers: ReadonlyMap<string, unknown>) => boolean;
}

const words = (answer: string) => (answer === "" ? "An answer is needed." : { value: answer });
const optional = (answer: string) => ({ value: answer === "" ? undefined : answer });
const list = (answer: string) => {
  const items = itemsOf(answer);
  return items.length === 0 ? "At least one is needed, separated by commas." : { value: items };
};
const listOrNone = (answer: string) => ({ value: itemsOf(answer) });
const yesOrNo = (answer: string) => {
  if (/^(y|yes)$/i.test(answer)) return { value: true };
  return /^(n|no)$/i.test(answer) ? { value: false } : "Answer yes or no.";
};

function itemsOf(answer: string): string[] {
  return answer
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "" && !/^none$/i.test(item));
}

const hasData = (answers: ReadonlyMap<string, unknown>) => answers.get("has_data") === true;

const QUESTIONS: readonly Question[] = [
  { path: "supplier.name", text: "Supplier's full name", read: words },
  { path: "customer.name", text: "Customer's full name", read: words },
  {
    path: "services",
    text: "What is bought, in a few words (Enter: hosting and operation of applications)",
    read: optional,
  },
  {
    path: "sector",
    text: `Sector (${SECTORS.join(", ")}; Enter: general)`,
    read: (answer) =>
      answer === "" || SECTORS.some((sector) => sector === answer)
        ? { value: answer === "" ? "general" : answer }
        : `Choose one of ${SECTORS.join(", ")}.`,
  },
  { path: "has_data", text: "Does the supplier process personal data for the customer (yes, no)", read: yesOrNo },
  { path: "personal_data.types", text: "Types of personal data, separated by commas", read: list, when: hasData },
  {
    path: "personal_data.subjects",
    text: "Whose data: categories of people, separated by commas",
    read: list,
    when: hasData,
  },
  {
    path: "personal_data.special",
    text: "Special categories or data on offences (Enter: none)",
    read: listOrNone,
    when: hasData,
  },
  { path: "hosting.cloud", text: "Does the supplier host it (yes, no)", read: yesOrNo },
  { path: "hosting.containers", text: "Does it run in containers (yes, no)", read: yesOrNo },
  {
    path: "hosting.locations",
    text: "Countries where data is kept (Enter: the home territory)",
    read: (answer) => ({ value: itemsOf(answer).length > 0 ? itemsOf(answer) : undefined }),
  },
  {
    path: "leaves",
    text: "Does personal data leave the home territory, remote access included (yes, no)",
    read: yesOrNo,
    when: hasData,
  },
  {
    path: "transfer.country",
    text: "To which country",
    read: words,
    when: (answers) => answers.get("leaves") === true,
  },
  {
    path: "hosting.remote_access",
    text: "Places from which data is reached but where none is kept (Enter: none)",
    read: listOrNone,
    when: (answers) => answers.get("leaves") === true,
  },
  { path: "transfer.recipient", text: "To whom there", read: words, when: (answers) => answers.get("leaves") === true },
  {
    path: "transfer.mechanism",
    text: "Under which transfer mechanism (for example UK Addendum)",
    read: words,
    when: (answers) => answers.get("leaves") === true,
  },
];

/** Asks what a pack needs to know of a deal; an answer that cannot be used is asked for again. Answers by path of the profile. */
export async function askDeal(pack: Pack, ask: Ask, say: (text: string) => void): Promise<Map<string, unknown>> {
  say(`${pack.title}: ${pack.about}\n`);
  const answers = new Map<string, unknown>();
  for (const question of QUESTIONS) {
    if (question.when && !question.when(answers)) continue;
    for (;;) {
      const read = question.read(await ask(`${question.text}: `));
      if (typeof read !== "string") {
        answers.set(question.path, read.value);
        break;
      }
      say(`  ${read}\n`);
    }
  }
  return asProfile(answers);
}

/** Helping answers become fields of the profile. */
function asProfile(answers: ReadonlyMap<string, unknown>): Map<string, unknown> {
  const profile = new Map([...answers].filter(([, value]) => value !== undefined));
  if (profile.get("has_data") === false) profile.set("personal_data", null);
  if (profile.get("leaves") === true)
    profile.set("transfers", [
      {
        country: profile.get("transfer.country"),
        recipient: profile.get("transfer.recipient"),
        mechanism: profile.get("transfer.mechanism"),
      },
    ]);
  for (const helper of ["has_data", "leaves", "transfer.country", "transfer.recipient", "transfer.mechanism"])
    profile.delete(helper);
  return profile;
}

/** Runs the questionnaire in this process's terminal, a line an answer. Throws ContractCheckError "invalid-deal" where the input ends too early. */
export async function askInTerminal(
  pack: Pack,
  input: NodeJS.ReadableStream = process.stdin,
  say: (text: string) => void = (text) => void process.stderr.write(text),
): Promise<Map<string, unknown>> {
  const lines = createInterface({ input, terminal: false });
  const answers = lines[Symbol.asyncIterator]();
  try {
    return await askDeal(pack, (question) => answerTo(question, answers, say), say);
  } finally {
    lines.close();
  }
}

async function answerTo(
  question: string,
  answers: AsyncIterator<string>,
  say: (text: string) => void,
): Promise<string> {
  say(question);
  const { value, done } = await answers.next();
  if (!done) return value.trim();
  throw new ContractCheckError(
    "invalid-deal",
    `--ask: the answers end at "${question.replace(/:\s*$/, "")}"; answer every question, or give a deal profile (--deal FILE).`,
  );
}

// What is known of a deal before there is a contract: the profile a clause pack is filled from.
import { z } from "zod";
import { localId, sentence } from "./fields.ts";

/** A line of text: what breaks a table or a paragraph is refused. */
const words = z
  .string()
  .trim()
  .min(1, "is empty")
  .regex(/^[^|\r\n\u{E000}-\u{E002}]*$/u, "holds a line break or the sign |");
const list = z.array(words);
const isoDate = z.iso.date("a date is year-month-day, 2027-01-31");

const partySchema = z.strictObject({
  name: words,
  /** Registered number and address, as the parties clause has them. */
  number: words.optional(),
  address: words.optional(),
});

const contactSchema = z.strictObject({ name: words, email: z.email("is no e-mail address"), phone: words });
const contactsSchema = z.strictObject({
  security: contactSchema.optional(),
  data_protection: contactSchema.optional(),
  service: contactSchema.optional(),
});

export const SECTORS = ["general", "financial-uk", "financial-eu", "law-enforcement", "essential-services"] as const;

export const dealSchema = z.strictObject({
  supplier: partySchema,
  customer: partySchema,
  /** What is bought, ready to stand in a sentence: "the managed hosting of the customer's web shop". */
  services: words.default("the hosting and operation of the Customer's applications"),
  sector: z.enum(SECTORS).default("general"),
  law: z.enum(["uk", "eu"]).optional(),
  governing_law: words.optional(),
  commencement: isoDate.optional(),
  term_months: z.int().positive().max(1200).default(36),
  criticality: z.enum(["low", "medium", "high", "critical"]).default("high"),
  personal_data: z
    .strictObject({
      types: list.min(1),
      subjects: list.min(1),
      /** Special categories and data on criminal offences; none where empty. */
      special: list.default([]),
      nature: words.default("the hosting, storage, backup, retrieval and erasure of data"),
      purpose: words.default("the provision of the Services"),
      retention: words.default("the Term, and afterwards until return or deletion is complete"),
    })
    .nullable()
    .default({
      types: ["name", "contact details", "account data", "usage data"],
      subjects: ["employees", "customers"],
      special: [],
      nature: "the hosting, storage, backup, retrieval and erasure of data",
      purpose: "the provision of the Services",
      retention: "the Term, and afterwards until return or deletion is complete",
    }),
  hosting: z
    .strictObject({
      cloud: z.boolean().default(true),
      containers: z.boolean().default(false),
      /** Where data is kept; the home territory unless named. */
      locations: list.min(1).optional(),
      /** Where nothing is kept, but people reach the data from. */
      remote_access: list.default([]),
      supplier_layers: list.min(1).optional(),
      customer_layers: list.default(["applications", "user accounts"]),
    })
    .prefault({}),
  /** Transfers of personal data out of the territory of the law; none where empty. */
  transfers: z.array(z.strictObject({ country: words, recipient: words, mechanism: words })).default([]),
  sub_processors: z.array(z.strictObject({ name: words, service: words, location: words })).default([]),
  policies: z.array(z.strictObject({ title: words, version: words })).default([]),
  contacts: z
    .strictObject({ supplier: contactsSchema.prefault({}), customer: contactsSchema.prefault({}) })
    .prefault({}),
  /** Numbers by metric, in the metric's unit; what is not named here is the playbook's. */
  numbers: z.record(z.string(), z.number().nonnegative()).default({}),
});

export type Deal = z.infer<typeof dealSchema>;
export type DealInput = z.input<typeof dealSchema>;

export const packSchema = z.strictObject({
  id: localId,
  title: sentence,
  /** agreement: a document of its own between the parties; schedule: part of an agreement that they make or have made. */
  form: z.enum(["agreement", "schedule"]),
  /** Whose law it is written for; absent: the deal's. */
  law: z.enum(["uk", "eu"]).optional(),
  playbook: localId,
  /** What it is for, in the list of packs. */
  about: sentence,
  /** What the deal must be for the pack to make sense; a deal that says otherwise is refused. */
  needs: z
    .strictObject({
      personal_data: z.literal(true).optional(),
      containers: z.literal(true).optional(),
      sector: z.array(z.enum(SECTORS)).optional(),
    })
    .prefault({}),
  /** Paragraphs before the clauses, templates like a clause. */
  opening: z.string().default(""),
  /** Clauses in their order; a requirement that does not apply to the deal is left out. */
  parts: z.array(z.strictObject({ title: sentence, requirements: z.array(z.string()).min(1) })).min(1),
  /** Schedules that belong to it even where no clause refers to them. */
  schedules: z.array(localId).default([]),
});

export type Pack = z.infer<typeof packSchema>;

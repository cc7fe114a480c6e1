import type { Finding, Review } from "../../model/review.ts";
import { printable } from "../printable.ts";
import { toolVersion } from "../tool-version.ts";
import { orderFindings } from "../views/order-findings.ts";
import { AREA_WORDS, idAsWords } from "../views/words.ts";
import { artifactLocation, message, SEVERITY_LEVELS } from "./sarif-parts.ts";
import { sarifResult } from "./sarif-result.ts";

/**
 * The review as one SARIF 2.1.0 run (OASIS), for programs that collect such results: a rule for each requirement, a result for
 * each finding, shortfalls somebody accepted as suppressions, what could not be read as notifications.
 */
export function renderSarif(given: Review): string {
  const review = printable(given);
  const { contract, playbook, library, diagnostics } = review;
  const findings = orderFindings(review.findings);
  const rules = [...new Map(findings.map((finding) => [finding.requirementId, finding])).values()];
  const codes = [...new Set(diagnostics.map(({ code }) => code))];
  const weighed = review.asOf !== undefined || findings.some(({ deviation }) => deviation !== undefined);
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "clausecheck",
            semanticVersion: toolVersion(),
            rules: rules.map(ruleOf),
            notifications: codes.map((code) => ({ id: code, shortDescription: message(idAsWords(code)) })),
          },
        },
        automationDetails: { id: `clausecheck/${contract.title.replaceAll("/", " ")}/` },
        invocations: [
          {
            // False where a file or a part of one was not read: the results then speak of the rest alone.
            executionSuccessful: !diagnostics.some(({ severity }) => severity === "error"),
            toolExecutionNotifications: diagnostics.map((item) => notification(item, codes, contract.files)),
          },
        ],
        artifacts: contract.files.map(({ name, sha256, mediaType, pages }) => ({
          location: artifactLocation(name, contract.files),
          roles: ["analysisTarget"],
          mimeType: mediaType,
          hashes: { "sha-256": sha256 },
          ...(pages === undefined ? {} : { properties: { pages } }),
        })),
        results: findings.map((finding) =>
          sarifResult(
            finding,
            rules.findIndex(({ requirementId }) => requirementId === finding.requirementId),
            review,
            weighed,
          ),
        ),
        properties: {
          contract: contract.title,
          parties: contract.parties,
          playbook,
          library,
          ...(review.asOf === undefined ? {} : { asOf: review.asOf }),
        },
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleOf({ requirementId, title, why, citations, severity, area }: Finding): object {
  const help = [why, ...citations].filter((line) => line !== "").join("\n");
  return {
    id: requirementId,
    name: pascalCase(requirementId),
    shortDescription: message(title),
    ...(why === "" ? {} : { fullDescription: message(why) }),
    ...(help === "" ? {} : { help: message(help) }),
    defaultConfiguration: { level: SEVERITY_LEVELS[severity] },
    properties: { tags: [AREA_WORDS[area]], severity, citations },
  };
}

/** "gdpr.art28.own-purposes" as the identifier a person reads. */
function pascalCase(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

const NOTIFICATION_LEVELS = { error: "error", warning: "warning", info: "note" };

function notification(
  { code, severity, message: text, file, page }: Review["diagnostics"][number],
  codes: readonly string[],
  files: Review["contract"]["files"],
): object {
  return {
    descriptor: { id: code, index: codes.indexOf(code) },
    level: NOTIFICATION_LEVELS[severity],
    message: message(text),
    ...(file === undefined
      ? {}
      : { locations: [{ physicalLocation: { artifactLocation: artifactLocation(file, files) } }] }),
    ...(page === undefined ? {} : { properties: { page } }),
  };
}

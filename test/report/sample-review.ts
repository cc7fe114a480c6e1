import type { Evidence, Finding, Review } from "../../src/model/review.ts";

/** Evidence in an invented agreement; every field can be replaced. */
export function evidence(over: Partial<Evidence> = {}): Evidence {
  return {
    file: "hosting.pdf",
    page: 12,
    clause: "14.2(a)",
    heading: "Personal data breach",
    start: 4051,
    end: 4130,
    quote: "The Supplier shall notify the Customer within ninety-six (96) hours of confirming a breach.",
    supports: "element",
    ...over,
  };
}

/** A finding that nothing in the contract addresses; every field can be replaced. */
export function finding(over: Partial<Finding> = {}): Finding {
  return {
    requirementId: "gdpr.art28.subprocessor-authorisation",
    title: "Sub-processors only with authorisation",
    area: "data-protection",
    verdict: "missing",
    severity: "critical",
    confidence: 0.9,
    elements: [
      {
        id: "prior-authorisation",
        text: "Supplier engages no sub-processor without the customer's prior authorisation",
        met: false,
        weak: false,
        mandatory: true,
        beyondStatute: false,
        evidence: [],
      },
      {
        id: "in-writing",
        text: "The authorisation is in writing",
        met: false,
        weak: false,
        mandatory: true,
        beyondStatute: false,
        evidence: [],
      },
    ],
    evidence: [],
    quantities: [],
    searched: {
      clauses: ["14 Data protection", "9.1 Subcontracting"],
      near: [
        evidence({
          clause: "14",
          heading: "Data protection",
          quote: "The Supplier shall process Personal Data only on the instructions of the Customer.",
          because: "Speaks of the subject, but states none of the elements that lack.",
          supports: "context",
        }),
      ],
      clausesRead: 214,
      unreadPages: [],
    },
    explanation: "No clause addresses the engagement of sub-processors; expected prior written authorisation.",
    why: "Without it the supplier may hand the data to anybody.",
    citations: ["UK GDPR/GDPR Art 28(2)"],
    suggestion:
      "The Supplier shall not engage another processor without the prior written authorisation of the Customer.",
    ...over,
  };
}

/** A partial finding with a weak element, a quantity beyond its limit and a quote shared by two elements. */
export function breachNotice(over: Partial<Finding> = {}): Finding {
  const notice = evidence();
  return finding({
    requirementId: "gdpr.art33.processor-breach-notice",
    title: "Breach notice to the customer",
    verdict: "partial",
    confidence: 0.93,
    elements: [
      {
        id: "duty-to-notify",
        text: "Supplier notifies the customer of every personal data breach",
        met: true,
        weak: false,
        mandatory: true,
        beyondStatute: false,
        evidence: [notice],
      },
      {
        id: "hours-stated",
        text: "Maximum time stated in hours",
        met: true,
        weak: true,
        mandatory: true,
        beyondStatute: true,
        evidence: [notice],
      },
      {
        id: "clock-on-awareness",
        text: "Clock starts on awareness",
        met: false,
        weak: false,
        mandatory: true,
        beyondStatute: false,
        evidence: [],
      },
    ],
    evidence: [
      evidence({
        clause: "14.3",
        heading: "Updates",
        page: 13,
        start: 4200,
        end: 4280,
        quote: "The Supplier will use reasonable endeavours to provide updates.",
        supports: "weak",
        because: "An effort is not a duty.",
      }),
    ],
    quantities: [
      {
        metric: "breach_notice_hours",
        value: 96,
        unit: "hours",
        limit: 48,
        preferred: 24,
        standing: "weak",
        evidence: [notice],
      },
    ],
    explanation: "Clause 14.2(a) gives the supplier 96 hours; expected at most 48 (playbook).",
    citations: ["UK GDPR/GDPR Art 33(2)"],
    ...over,
  });
}

/** An adverse finding of severity high. */
export function ownPurposes(over: Partial<Finding> = {}): Finding {
  return finding({
    requirementId: "gdpr.art28.own-purposes",
    title: "No use of the data for the supplier's own purposes",
    verdict: "adverse",
    severity: "high",
    evidence: [
      evidence({
        clause: "8.4",
        heading: "Service improvement",
        page: 7,
        start: 2100,
        end: 2190,
        quote: "The Supplier may use Customer Data to develop and improve its other products.",
        supports: "adverse",
        because: "The supplier gives itself a purpose of its own.",
      }),
    ],
    explanation: "Clause 8.4 lets the supplier use customer data for its own purposes.",
    citations: ["UK GDPR/GDPR Art 28(3)(a)", "UK GDPR/GDPR Art 28(10)"],
    ...over,
  });
}

/** A whole review of an invented hosting agreement, with one finding of each verdict. */
export function sampleReview(over: Partial<Review> = {}): Review {
  return {
    schema: "clausecheck.review/1",
    contract: {
      title: "Managed Hosting Agreement",
      files: [{ name: "hosting.pdf", sha256: "ab".repeat(32), mediaType: "application/pdf", pages: 41 }],
      parties: [
        { name: "Northwind Stationery Ltd", role: "customer" },
        { name: "Fernhill Hosting GmbH", role: "supplier" },
      ],
      names: { supplier: "Fernhill", customer: "the Customer" },
    },
    playbook: { id: "uk-outsourcing", version: "1.0" },
    library: { version: "1.0", sha256: "cd".repeat(32) },
    facts: [
      { id: "personal_data", value: true, assumed: false, evidence: [evidence({ supports: "context" })] },
      { id: "containers", value: false, assumed: true, evidence: [] },
    ],
    findings: [
      finding({ verdict: "covered", severity: "high", title: "Encryption at rest", area: "security" }),
      breachNotice(),
      finding(),
      finding({ verdict: "not-applicable", severity: "medium", title: "Container security", area: "security" }),
      finding({ verdict: "undecided", severity: "medium", title: "Penetration tests", area: "independent-testing" }),
      ownPurposes(),
    ],
    responsibilities: [
      duty("security-monitoring", "Security monitoring", "supplier", [evidence({ clause: "3.2", bearer: "supplier" })]),
      duty("access-reviews", "Access reviews", "shared-unsplit", [evidence({ clause: "3.4", bearer: "both" })]),
      duty("patching", "Patching", "unassigned", []),
    ],
    definedTerms: [{ term: "Customer Data", quote: "“Customer Data” means all data of the Customer." }],
    diagnostics: [
      {
        code: "page-without-text",
        severity: "warning",
        message: "Page 7 has no text layer; its clauses were not checked: supply a searchable copy.",
        file: "hosting.pdf",
        page: 7,
      },
    ],
    ...over,
  };
}

function duty(
  functionId: string,
  name: string,
  allocation: Review["responsibilities"][number]["allocation"],
  quotes: Evidence[],
): Review["responsibilities"][number] {
  return {
    functionId,
    name,
    group: "Operations",
    core: true,
    usualOwner: "supplier",
    allocation,
    explanation: "Clause 3.2 says so.",
    concerns: [],
    evidence: quotes,
    handovers: [],
  };
}

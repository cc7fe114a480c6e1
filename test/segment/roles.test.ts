import { describe, expect, it } from "vitest";
import { ALWAYS_KNOWN, collectVotes } from "../../src/segment/roles-evidence.ts";

const KNOWN = new Set([...ALWAYS_KNOWN, "oakfield", "hostwell"]);

const sideOf = (sentence: string, name: string) => {
  const votes = collectVotes(sentence, KNOWN).get(name);
  if (!votes || votes.customer === votes.supplier) return undefined;
  return votes.customer > votes.supplier ? "customer" : "supplier";
};

describe("collectVotes", () => {
  it.each([
    ["Hostwell processes personal data on behalf of Oakfield.", "hostwell", "supplier"],
    ["Hostwell processes personal data on behalf of Oakfield.", "oakfield", "customer"],
    ["Data are handled on Oakfield's documented instructions.", "oakfield", "customer"],
    ["Hostwell has agreed to provide certain cloud services.", "hostwell", "supplier"],
    ["The services provided by Hostwell are described below.", "hostwell", "supplier"],
    ["Hostwell shall notify Oakfield of a personal data breach.", "oakfield", "customer"],
    ["Oakfield shall pay Hostwell within thirty days.", "oakfield", "customer"],
    ["Oakfield shall pay Hostwell within thirty days.", "hostwell", "supplier"],
    ["The fees are payable by Oakfield.", "oakfield", "customer"],
    ["Oakfield acts as controller and Hostwell acts as processor.", "oakfield", "customer"],
    ["Oakfield acts as controller and Hostwell acts as processor.", "hostwell", "supplier"],
    ["Oakfield wishes to subcontract the work.", "oakfield", "customer"],
    ["Hostwell grants Oakfield a licence to use the software.", "oakfield", "customer"],
    ["Tasks are divided between Hostwell and the customer.", "hostwell", "supplier"],
    ["We host your data and you pay us.", "you", "customer"],
    ["Our services depend on your use of the platform.", "we", "supplier"],
  ])("%s (%s: %s)", (sentence, name, side) => {
    expect(sideOf(sentence, name)).toBe(side);
  });

  it.each([
    ["Oakfield is either a controller or a processor.", "oakfield"],
    ["Signed on behalf of Hostwell by its director.", "hostwell"],
    ["Hostwell was founded in 1999.", "hostwell"],
  ])("draws nothing from: %s", (sentence, name) => {
    expect(sideOf(sentence, name) === "customer").toBe(false);
  });

  it("finds a proper name that nobody introduced, and no common noun", () => {
    const votes = collectVotes(
      "Cloudle processes personal data only on instructions. The Parties process data only together.",
      KNOWN,
    );
    expect(votes.get("cloudle")?.supplier).toBeGreaterThan(0);
    expect(votes.has("parties")).toBe(false);
  });
});

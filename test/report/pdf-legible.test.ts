import { expect, it } from "vitest";
import { PdfFile } from "../../src/report/pdf/file.ts";
import { legible } from "../../src/report/pdf/legible.ts";

const file = new PdfFile("Test", "Test", "seed");
const shown = (text: string) => legible({ texts: [text] }, (character) => file.shows(character));

it("has shapes for the scripts of Europe west, east and south, Vietnamese and the signs of contracts", () => {
  const text = "Ärger façade Škoda Łódź Ğ ς Ωμέγα Юридический ЄЇҐ Việt € £ § ¶ © ™ ≤ ≥ ≠ ½ † • … “” ‘’ – — №";
  expect(shown(text)).toEqual({ view: { texts: [text] }, lost: false });
});

it.each([
  ["Chinese", "甲方 pays", "\ufffd\ufffd pays"],
  ["Arabic", "عقد", "\ufffd\ufffd\ufffd"],
  ["Hebrew", "א", "\ufffd"],
  ["a picture beyond the first plane", "ok 👍", "ok \ufffd"],
  ["a bullet of a symbol font", "\uf0b7 item", "\ufffd item"],
  ["a ballot box", "☐ yes", "\ufffd yes"],
])("replaces what it has no shape for, one sign for one: %s", (_what, text, want) => {
  expect(shown(text)).toEqual({ view: { texts: [want] }, lost: true });
});

it("keeps words whole where only a space, a joiner or a composed letter differs", () => {
  expect(shown("a\u202fb\tc\u2028d co\u00adoper\u200bate cafe\u0301")).toEqual({
    view: { texts: ["a\u00a0b c\nd cooperate café"] },
    lost: false,
  });
});

it("shows control characters, overrides of direction and lone surrogates as U+FFFD, as every report does", () => {
  expect(shown("a\u0000b\u202ec\ud800").view.texts).toEqual(["a\ufffdb\ufffdc\ufffd"]);
});

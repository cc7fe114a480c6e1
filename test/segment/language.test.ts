import { expect, test } from "vitest";
import { readsAsEnglish } from "../../src/segment/language.ts";

const repeated = (sentence: string) => `${sentence} `.repeat(20);

test.each([
  ["The Supplier shall notify the Customer of any breach of the terms of this Agreement without undue delay.", true],
  ["Controls: encryption at rest and in transit, access reviews for all staff, backups of the data by the hour.", true],
  ["Der Auftragnehmer verarbeitet die Daten des Auftraggebers nur auf dokumentierte Weisung.", false],
  ["Le sous-traitant traite les données à caractère personnel sur instruction documentée du responsable.", false],
  ["El encargado tratará los datos personales únicamente siguiendo instrucciones documentadas del responsable.", false],
])("%s", (sentence, english) => {
  expect(readsAsEnglish(repeated(sentence))).toBe(english);
});

test("a short text says nothing of its language", () => {
  expect(readsAsEnglish("Auftragsverarbeitung")).toBe(true);
});

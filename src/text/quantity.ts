export type QuantityKind = "duration" | "frequency" | "percent" | "money" | "number" | "clock-hours";

export interface Quantity {
  readonly kind: QuantityKind;
  /** Duration: hours. Frequency: times a year. Percent: 0..100. Money: units of the currency named. Clock hours: hours of a day ("between 08:00 and 18:00"). Number: as it stands. */
  readonly value: number;
  /** Duration only: true where the text says business or working days (counted as 1.4 calendar days). */
  readonly businessDays: boolean;
  /** First token. */
  readonly at: number;
  /** One past the last token. */
  readonly to: number;
}

/** Hours of a unit of time; a month is thirty days. */
export const HOURS = new Map(
  Object.entries({
    minute: 1 / 60,
    hour: 1,
    hr: 1,
    h: 1,
    day: 24,
    week: 168,
    fortnight: 336,
    month: 720,
    quarter: 2160,
    year: 8760,
  }),
);
export const YEAR = 8760;

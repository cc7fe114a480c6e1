import { describeRoundTrip } from "./round-trip.ts";

describeRoundTrip((index) => index % 2 === 1);

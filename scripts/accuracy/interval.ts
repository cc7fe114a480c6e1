const RESAMPLES = 1000;

/**
 * The 95 % interval of a figure over contracts, by resampling contracts (not findings: those of one contract hang
 * together). The same contracts give the same interval.
 */
export function interval<T>(contracts: readonly T[], figure: (sample: readonly T[]) => number): [number, number] {
  const random = generator(contracts.length);
  const values: number[] = [];
  for (let i = 0; i < RESAMPLES; i++) {
    const sample = contracts.map(() => contracts[Math.floor(random() * contracts.length)] as T);
    const value = figure(sample);
    if (!Number.isNaN(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}

/** Marsaglia's xorshift on 32 bits: repeatable, and enough for resampling. */
function generator(seed: number): () => number {
  let state = (seed * 2654435761 + 1) >>> 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 0x1_0000_0000;
  };
}

/**
 * How often a property is tried. `npm test` tries the same cases every time, so that it fails only for a reason
 * in the commit; `npm run fuzz` looks for new ones.
 */
export const fuzzed = (numRuns: number): { numRuns: number; seed: number } => ({
  numRuns: numberIn('LIGATURE_FUZZ_RUNS') ?? numRuns,
  seed: numberIn('LIGATURE_FUZZ_SEED') ?? 20_270_115,
});

/** How long a test of an asynchronous property may take, in milliseconds; how many runs it has is not its fault. */
export const fuzzTimeoutMs = 86_400_000;

function numberIn(name: string): number | undefined {
  const value = process.env[name];

  return value === undefined ? undefined : Number(value);
}

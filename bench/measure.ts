/** With `--quick` a measurement only shows that it works: once, with little, and without judging what it has seen. */
export const isQuick = process.argv.includes('--quick');

/** How long something takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAtMs = performance.now();
  await work();

  return performance.now() - startedAtMs;
}

/** How long something takes each time, in milliseconds. */
export async function timedEach(
  times: number,
  work: (index: number) => Promise<unknown>,
): Promise<readonly number[]> {
  const durations: number[] = [];
  for (let index = 0; index < times; index++) durations.push(await timed(() => work(index)));

  return durations;
}

/** The value that half of the others are below; 0.95 asks for what all but a twentieth are. */
export function quantile(values: readonly number[], share = 0.5): number {
  const sorted = values.toSorted((a, b) => a - b);

  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

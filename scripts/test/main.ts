import { runCommand } from '../lib/run-command.ts';
import { type Counts, total } from './counts.ts';
import { parseTestOptions } from './options.ts';
import { type TestStep, testSteps } from './steps.ts';

/** Each step keeps about one core busy, so that two of them finish sooner than one after the other. */
const lanes = 2;

await runCommand(async () => {
  const names = parseTestOptions(process.argv.slice(2), testSteps.flat());
  const results = new Map<string, Counts>();

  for (const group of testSteps) {
    const waiting = group.filter(({ name }) => names.includes(name));
    const runInTurn = async (): Promise<void> => {
      for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
        results.set(step.name, await runStep(step, results));
      }
    };
    await Promise.all(Array.from({ length: lanes }, runInTurn));
  }

  const { passed, failed } = total([...results.values()]);
  if (failed > 0 || passed === 0) process.exitCode = 1;
  console.log(`${passed} passed, ${failed} failed`);
});

async function runStep(
  { name, needs, run }: TestStep,
  before: ReadonlyMap<string, Counts>,
): Promise<Counts> {
  if (needs !== undefined && (before.get(needs)?.failed ?? 0) > 0) {
    console.log(`${name.padEnd(9)} FAILED, since ${needs} failed`);
    return { passed: 0, failed: 1 };
  }

  const start = performance.now();
  const { counts, output } = await run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { passed, failed } = counts;

  if (failed > 0) console.log(output);
  const verdict = failed > 0 ? `FAILED: ${failed} of ${passed + failed}` : `passed: ${passed}`;
  console.log(`${name.padEnd(9)} ${verdict} (${seconds} s)`);

  return counts;
}

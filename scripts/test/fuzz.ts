import { parseFuzzOptions } from './fuzz-options.ts';
import { runCommand } from '../lib/run-command.ts';
import { exitOf, installed, spawnNode } from '../lib/run-node.ts';

/** Each property has a limit of its own in `npm test`; here it takes as long as it takes. */
const dayMs = 24 * 60 * 60 * 1000;

await runCommand(async () => {
  const { runs, seed } = parseFuzzOptions(process.argv.slice(2));
  console.log(`${runs} runs of every property. To see them again: --runs ${runs} --seed ${seed}`);

  const jest = spawnNode(
    [installed('jest/bin/jest.js'), 'property', `--testTimeout=${dayMs}`],
    'inherit',
    { env: { LIGATURE_FUZZ_RUNS: String(runs), LIGATURE_FUZZ_SEED: String(seed) } },
  );
  process.exitCode = await exitOf(jest);
});

import { runCommand } from '../lib/run-command.ts';
import { exitOf, spawnNode } from '../lib/run-node.ts';
import { type Counts, countSummary, withExitCode, total } from './counts.ts';

/** Everything that is checked of a change; each of them ends with how many have passed and failed. */
const commands = [
  ['scripts/test/main.ts'],
  ['scripts/test/main.ts', '--only', 'commands'],
  ['scripts/test/coverage.ts'],
  ['scripts/test/e2e.ts', '--matrix', '--no-build'],
  ['scripts/test/e2e.ts', '--engine', 'firefox', '--no-build'],
  ['scripts/test/e2e.ts', '--engine', 'webkit', '--no-build'],
];

await runCommand(async () => {
  const results: Counts[] = [];
  for (const command of commands) results.push(await countsOf(command));

  const { passed, failed } = total(results);
  if (failed > 0) process.exitCode = 1;
  console.log(`${passed} passed, ${failed} failed`);
});

/** Runs a command and passes on what it says. */
async function countsOf(command: readonly string[]): Promise<Counts> {
  console.log(`\n> ${command.join(' ')}`);
  const child = spawnNode(command, 'pipe');
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    said += chunk.toString('utf8');
  });
  child.stderr?.pipe(process.stderr);
  const exitCode = await exitOf(child);

  return withExitCode(countSummary(said), exitCode);
}

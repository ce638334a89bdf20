import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { after, before, describe, it } from 'node:test';

import { serveTenant, type ServedTenant } from '../../../tenant/src/serve.ts';
import { commandTable, type Trial } from './testing/command-table.ts';
import { repository } from '../../lib/paths.ts';
import { exitOf } from '../../lib/run-node.ts';

/** How long a command may take to be ready. */
const readyTimeoutMs = 60_000;

type Attempted = Exclude<Trial, { readonly reason: string }>;

/**
 * The commands of the documents, each in its shortest form. Each has ports of its own, so that two
 * can be tried at a time. The application must have been built.
 */
describe('documented commands', { concurrency: 2 }, () => {
  const folder = mkdtempSync(`${tmpdir()}/commands-`);
  let tenant: ServedTenant;

  before(async () => {
    tenant = await serveTenant({ port: 0 });
  });
  after(() => tenant.close());

  const trials = new Map(
    Object.entries(commandTable).map(([command, trial]) => [
      JSON.stringify(trial),
      { command, trial },
    ]),
  );
  const tryThose = (isWanted: (trial: Attempted) => boolean): void => {
    for (const { command, trial } of trials.values()) {
      if ('reason' in trial || !isWanted(trial)) continue;
      it(command, { timeout: 180_000 }, async (test) => {
        const lacking = await trial.lacks?.();
        if (lacking === undefined) await attempt(trial);
        else test.skip(lacking);
      });
    }
  };
  const asksTheTenant = (trial: Attempted): boolean => 'in' in trial;

  tryThose((trial) => !asksTheTenant(trial));
  // One after the other: each finds the tenant as the one before has left it.
  describe('of the tenant', { concurrency: false }, () => {
    tryThose(asksTheTenant);
  });

  async function attempt(trial: Attempted): Promise<void> {
    if ('start' in trial) {
      const { child, output } = shell(trial.start, repository);
      const ended = exitOf(child);
      const givenUp = Date.now() + readyTimeoutMs;
      while (child.exitCode === null && !trial.until.test(output()) && Date.now() < givenUp) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      stop(child);
      await ended;
      assert.match(output(), trial.until);

      return;
    }
    const isTenant = trial.in === 'tenant';
    // What the document says of its examples.
    const said = `repository='${repository}'; tenant=${tenant.origin}; api=$tenant/_tenant/api; send() { curl -sS -H 'content-type: application/json' "$@"; }; `;
    const { child, output } = isTenant
      ? shell(`${said}${trial.run.replace('curl -sS', 'curl -fsS')}`, folder)
      : shell(trial.run, repository);
    assert.equal(await exitOf(child), 0, output());
    assert.doesNotMatch(output(), /"error"/);
  }
});

function shell(command: string, cwd: string) {
  let text = '';
  const child = spawn('sh', ['-c', command], {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Runners of tests tell their children that they are tests.
    env: { ...process.env, NODE_TEST_CONTEXT: undefined },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  }

  return { child, output: () => text };
}

/** Stops a command as Ctrl-C does: all that it has started too. */
function stop({ pid, exitCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null) process.kill(-pid, 'SIGINT');
}

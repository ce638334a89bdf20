import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inspect, parseArgs } from 'node:util';

import { readAppConfig } from '../../scripts/lib/app-config.ts';
import { buildApp, expectBuiltApp } from '../../scripts/lib/build-app.ts';
import { CommandError } from '../../scripts/lib/command-error.ts';
import { findFirefox, findWebKit } from '../../scripts/lib/browsers/find-engine.ts';
import { planLocalServers, startTenant } from '../../scripts/serve/local-servers.ts';
import { configFile, testResults } from '../../scripts/lib/paths.ts';
import { runCommand } from '../../scripts/lib/run-command.ts';
import { lanes, originOf, portsOf } from '../testing/addresses.ts';
import { LocalTenant } from '../testing/local-tenant.ts';
import { type Engine, type EngineName, engineNames } from './engine.ts';
import { firefox } from './firefox.ts';
import type { Journey } from './journey.ts';
import { journeys } from './journeys.ts';
import { makeJourney, type Place, type Result } from './make-journey.ts';
import { webkit } from './webkit.ts';

/** The main journeys in one engine: those whose titles have the words of the command line, or all. */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: {
      engine: { type: 'string' },
      'no-build': { type: 'boolean' },
      workers: { type: 'string', default: String(lanes) },
    },
    allowPositionals: true,
  });
  const engine = engineNamed(values.engine);
  const waiting = journeys.filter(
    ({ title, engines }) =>
      (engines === undefined || engines.includes(engine.name)) &&
      positionals.every((word) => title.includes(word)),
  );
  if (waiting.length === 0) throw new CommandError('No journey has such a title.');
  if (values['no-build'] !== true) await buildApp();
  expectBuiltApp();
  const pictures = join(testResults, 'engines', engine.name);
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });

  const workers = Array.from({ length: Number(values.workers) }, (_, lane) =>
    work(lane, waiting, { engine, pictures }),
  );
  const results = (await Promise.all(workers)).flat();
  const failed = results.filter(({ error }) => error !== undefined).length;
  if (failed > 0) process.exitCode = 1;
  console.log(`${results.length - failed} passed, ${failed} failed`);
});

/** Makes journeys until none is left, at ports of its own. */
async function work(
  lane: number,
  waiting: Journey[],
  { engine, pictures }: Pick<Place, 'engine' | 'pictures'>,
): Promise<Result[]> {
  const { app: port, tenant: tenantPort } = portsOf(lane);
  const plan = planLocalServers(readAppConfig(configFile), { port, tenantPort });
  const place = { engine, pictures, plan, tenant: new LocalTenant(originOf(tenantPort)) };
  const results: Result[] = [];
  const served = await startTenant(plan);
  try {
    for (let journey = waiting.shift(); journey !== undefined; journey = waiting.shift()) {
      const result = await makeJourney(journey, place);
      console.log(wordsFor(result));
      results.push(result);
    }
  } finally {
    await served?.close();
  }

  return results;
}

function wordsFor({ title, seconds, error, pictures }: Result): string {
  const line = `${title} (${seconds.toFixed(1)} s)`;

  return error === undefined
    ? `passed ${line}`
    : [`FAILED ${line}`, inspect(error), ...pictures].join('\n');
}

function engineNamed(name: string | undefined): Engine {
  const known = engineNames.find((each): each is EngineName => each === name);
  switch (known) {
    case 'firefox':
      return firefox(findFirefox());
    case 'webkit':
      return webkit(findWebKit());
    case undefined:
      throw new CommandError(`--engine takes ${engineNames.join(' or ')}, not “${name ?? ''}”.`);
  }
}

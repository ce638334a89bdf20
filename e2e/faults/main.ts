import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';

import { readAppConfig } from '../../scripts/lib/app-config.ts';
import { browserArguments, isRoot } from '../../scripts/lib/browsers/browser-arguments.ts';
import { expectBuiltApp } from '../../scripts/lib/build-app.ts';
import { findBrowser, findHeadlessShell } from '../../scripts/lib/browsers/find-browser.ts';
import { planLocalServers, startTenant } from '../../scripts/serve/local-servers.ts';
import { builtApp, configFile } from '../../scripts/lib/paths.ts';
import { runCommand } from '../../scripts/lib/run-command.ts';
import { serveApp } from '../../scripts/serve/serve-app.ts';
import { LocalTenant } from '../testing/local-tenant.ts';
import { cases, nameOf, type Case } from './matrix.ts';
import { runCase, type Verdict, type Environment } from './run-case.ts';
import { lineOf, table } from './table.ts';

const firstPort = 4230;

/** The failure matrix: every step of a link and an unlink with everything that can go wrong on it. */
await runCommand(async () => {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, workers: { type: 'string', default: '2' } },
  });
  expectBuiltApp();
  const wanted = cases.filter(
    (one) => values.only === undefined || nameOf(one).includes(values.only),
  );
  const waiting = [...wanted];
  const browser = await chromium.launch({
    executablePath: findHeadlessShell() ?? findBrowser(),
    args: browserArguments({ root: isRoot() }),
  });
  try {
    const workers = Array.from({ length: Number(values.workers) }, (_, at) =>
      work(at, waiting, browser),
    );
    const verdicts = (await Promise.all(workers)).flat();
    console.log(table(verdicts));
    const broken = verdicts.filter((verdict) => verdict.broken.length > 0);
    console.log(broken.map(lineOf).join('\n'));
    console.log(`${verdicts.length - broken.length} of ${verdicts.length} kept every promise`);
    if (broken.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
  }
});

/** Takes cases until none is left, with an application and a tenant of its own. */
async function work(at: number, waiting: Case[], browser: Browser): Promise<Verdict[]> {
  const [port, tenantPort] = [firstPort + at, firstPort + 100 + at];
  const plan = planLocalServers(readAppConfig(configFile), { port, tenantPort });
  const server = await startTenant(plan);
  const app = await serveApp({ root: builtApp, port, config: plan.config });
  const environment = {
    browser,
    tenant: new LocalTenant(`http://localhost:${tenantPort}`),
    origin: app.origin,
  };
  const verdicts: Verdict[] = [];
  try {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const verdict = await tryCase(next, environment);
      verdicts.push(verdict);
      console.log(lineOf(verdict));
    }
  } finally {
    await Promise.all([app.close(), server?.close()]);
  }

  return verdicts;
}

function tryCase(tried: Case, environment: Environment): Promise<Verdict> {
  return runCase(tried, environment).catch((cause: unknown) => ({
    tried,
    said: [],
    broken: [`stuck: ${String(cause)}`],
  }));
}

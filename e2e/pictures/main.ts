import { mkdirSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { chromium } from '@playwright/test';

import { readAppConfig } from '../../scripts/lib/app-config.ts';
import { browserArguments, isRoot } from '../../scripts/lib/browsers/browser-arguments.ts';
import { buildApp, expectBuiltApp } from '../../scripts/lib/build-app.ts';
import { findBrowser } from '../../scripts/lib/browsers/find-browser.ts';
import { freePort } from '../../scripts/serve/free-port.ts';
import { planLocalServers, startTenant } from '../../scripts/serve/local-servers.ts';
import { OptionError, parseOptions } from '../../scripts/lib/options.ts';
import { builtApp, configFile, repository } from '../../scripts/lib/paths.ts';
import { runCommand } from '../../scripts/lib/run-command.ts';
import { serveApp } from '../../scripts/serve/serve-app.ts';
import { takeFilm } from './film.ts';
import { takePhases } from './phases.ts';
import { takeReview } from './review.ts';
import { takeStaging } from './staging.ts';
import { Screenshots } from './screenshots.ts';
import { takeWorkbench } from './workbench.ts';

/** The pictures of the README, of docs/staging.md and of docs/local-tenant.md. */
const series = [
  ['film', takeFilm],
  ['review', takeReview],
  ['staging', takeStaging],
  ['workbench', takeWorkbench],
  ['phases', takePhases],
] as const;

/** English, and each language that has a file of texts. */
const languageCodes = [
  'en',
  ...readdirSync(join(repository, 'src', 'locales'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json')),
];

/** Takes every picture of the documents, from the product as it is. */
await runCommand(async () => {
  const { out, only, languages, build } = parseScreenshotsOptions(process.argv.slice(2));
  if (build) await buildApp();
  expectBuiltApp();
  mkdirSync(out, { recursive: true });

  // The ports that the documents name, unless somebody works there.
  const [port, tenantPort] = [await freePort(4200), await freePort(4400)];
  const plan = planLocalServers(readAppConfig(configFile), { port, tenantPort });
  const tenant = await startTenant(plan);
  const app = await serveApp({ root: builtApp, port, config: plan.config });
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: browserArguments({ root: isRoot() }),
  });
  try {
    const servers = { app: app.origin, tenant: plan.config.tenant.domain };
    const screenshots = new Screenshots(servers, browser, { out, languages });
    for (const [, take] of only) await take(screenshots);
    console.log(`The pictures are in ${out}`);
  } finally {
    await browser.close();
    await Promise.all([app.close(), tenant?.close()]);
  }
});

interface ScreenshotsOptions {
  /** The folder that the pictures are written to. */
  readonly out: string;
  /** Which pictures are taken. */
  readonly only: readonly (typeof series)[number][];
  /** In which languages the phases are taken. */
  readonly languages: readonly string[];
  /** Whether the application is built first. */
  readonly build: boolean;
}

function parseScreenshotsOptions(args: readonly string[]): ScreenshotsOptions {
  const values = parseOptions(args, {
    out: { type: 'string' },
    only: { type: 'string' },
    languages: { type: 'string' },
    'no-build': { type: 'boolean' },
  });
  const known: readonly string[] = series.map(([name]) => name);
  const names = values.only?.split(',') ?? known;
  const only = series.filter(([name]) => names.includes(name));
  if (only.length < names.length) throw new OptionError(`--only takes some of ${known.join()}`);

  return {
    only,
    languages: values.languages?.split(',') ?? languageCodes,
    out: resolve(values.out ?? join(repository, 'docs', 'images')),
    build: values['no-build'] !== true,
  };
}

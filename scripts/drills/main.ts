import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { selectorOf, type Action } from '../../src/app/actions/action.ts';
import { readAppConfig } from '../lib/app-config.ts';
import { browserArguments, isRoot } from '../lib/browsers/browser-arguments.ts';
import { buildApp, expectBuiltApp } from '../lib/build-app.ts';
import { CommandError } from '../lib/command-error.ts';
import { expectDrillsAllowed } from './allowed.ts';
import { type DrillsOptions, parseDrillsOptions } from './options.ts';
import { drillsExitCode, drillsSummary, readDrillsReport } from './summary.ts';
import { findBrowser } from '../lib/browsers/find-browser.ts';
import { expectFreePorts, planLocalServers, startTenant } from '../serve/local-servers.ts';
import { builtApp } from '../lib/paths.ts';
import { runCommand } from '../lib/run-command.ts';
import { serveApp } from '../serve/serve-app.ts';

/** A run of all drills takes some minutes; one that stands still ends by itself before that. */
const runTimeoutMs = 30 * 60_000;

await runCommand(async () => {
  const options = parseDrillsOptions(process.argv.slice(2));
  const plan = planLocalServers(readAppConfig(options.config), options);
  expectDrillsAllowed(plan.config);
  await expectFreePorts(plan, {
    app: (port) => `npm run drills -- --port ${port}`,
    tenant: (port) => `npm run drills -- --tenant-port ${port}`,
  });
  if (options.build) await buildApp();
  expectBuiltApp();
  mkdirSync(options.out, { recursive: true });

  const isLocal = plan.tenantPort !== undefined;
  const tenant = await startTenant(plan);
  const app = await serveApp({ root: builtApp, port: options.port, config: plan.config });
  const browser = await chromium.launch({
    headless: isLocal,
    executablePath: findBrowser(),
    args: browserArguments({ root: isRoot() }),
  });
  try {
    const page = await browser.newPage({ baseURL: app.origin, locale: 'en-US' });
    await page.goto('/staging/drills');
    const report = isLocal
      ? await runDrills(page, options)
      : await watchDrills(page, browser, options);
    const result = readDrillsReport(report);
    console.log(drillsSummary(result));
    console.log(`The report is in ${options.out}: drills-report.html and drills-report.json`);
    process.exitCode = drillsExitCode(result);
  } finally {
    await browser.close();
    await Promise.all([app.close(), tenant?.close()]);
  }
});

/** On the local tenant the page does everything itself, once it is told to. */
async function runDrills(page: Page, { only, out }: DrillsOptions): Promise<string> {
  const runAll = page.locator(selectorOf('run-all-drills'));
  await runAll.waitFor();
  if (only === undefined) {
    await runAll.click();
    await page.locator(selectorOf('stop-drills')).waitFor();
    await runAll.waitFor({ timeout: runTimeoutMs });
  }
  for (const id of only ?? []) {
    const run = page.locator(selectorOf('run-drill', id));
    if ((await run.count()) === 0) throw new CommandError(`There is no drill "${id}".`);
    await run.click();
    await page.locator(selectorOf('stop-drills')).waitFor();
    await runAll.waitFor({ timeout: runTimeoutMs });
  }

  await save(page, 'download-report', join(out, 'drills-report.html'));

  return save(page, 'download-report-data', join(out, 'drills-report.json'));
}

/** Elsewhere the drills are a person's, in a browser that they can see; the report is what they save of it. */
async function watchDrills(page: Page, browser: Browser, { out }: DrillsOptions): Promise<string> {
  console.log('Go through the drills in the browser that has opened, save the report in both of');
  console.log('its forms, and close the browser.');
  let report: string | undefined;
  page.on('download', (download) => {
    const file = join(out, download.suggestedFilename());
    if (file.endsWith('.json')) report = file;
    void download.saveAs(file);
  });
  await new Promise<void>((resolve) => {
    page.once('close', () => resolve());
    browser.once('disconnected', () => resolve());
  });
  if (report === undefined) {
    throw new CommandError('No report was saved as JSON before the browser was closed.');
  }

  return report;
}

async function save(page: Page, action: Action, file: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(selectorOf(action)).click(),
  ]);
  await download.saveAs(file);

  return file;
}

import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';

import { readAppConfig } from '../app-config.ts';
import { browserArguments, isRoot } from '../browser-arguments.ts';
import { buildApp, expectBuiltApp } from '../build-app.ts';
import { findBrowser } from '../find-browser.ts';
import { freePort } from '../free-port.ts';
import { planLocalServers, startTenant } from '../local-servers.ts';
import { builtApp, configFile } from '../paths.ts';
import { runCommand } from '../run-command.ts';
import { serveApp } from '../serve-app.ts';
import { parsePicturesOptions } from './options.ts';
import { takeReview } from './review.ts';
import { takeStaging } from './staging.ts';
import { Studio } from './studio.ts';
import { takeWorkbench } from './workbench.ts';

const takers = { review: takeReview, staging: takeStaging, workbench: takeWorkbench };

/** Takes every picture of the documents, from the product as it is. */
await runCommand(async () => {
  const { out, only, build } = parsePicturesOptions(process.argv.slice(2));
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
    const studio = new Studio(servers, browser, out);
    for (const one of only) await takers[one](studio);
    console.log(`The pictures are in ${out}`);
  } finally {
    await browser.close();
    await Promise.all([app.close(), tenant?.close()]);
  }
});

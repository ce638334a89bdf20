import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { writeFreshPortal } from '../../scripts/examples/fresh-portal.ts';
import { installLibrary } from '../../scripts/examples/install-library.ts';
import { readAppConfig } from '../../scripts/lib/app-config.ts';
import { configFile, repository } from '../../scripts/lib/paths.ts';
import { installed, runNode } from '../../scripts/lib/run-node.ts';
import { planLocalServers, startTenant } from '../../scripts/serve/local-servers.ts';
import { serveApp } from '../../scripts/serve/serve-app.ts';
import { portalOrigin, portalPorts, portalTenantOrigin } from '../testing/addresses.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { Portal, submitPassword } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';

const folder = join('dist', 'fresh-portal');
const built = join(repository, folder, 'dist', 'portal', 'browser');

/** Runs the Angular CLI in the fresh portal. */
async function ng(...args: readonly string[]): Promise<void> {
  const { exitCode, output } = await runNode([installed('@angular/cli/bin/ng.js'), ...args], {
    cwd: folder,
    env: { NG_CLI_ANALYTICS: 'false' },
  });
  expect(exitCode, output).toBe(0);
}

test(
  'an application that ng new has made becomes a portal with sign-in methods by ng add',
  matrix,
  async ({ page }) => {
    test.setTimeout(300_000);
    await writeFreshPortal(join(repository, folder));
    await installLibrary(folder);
    await ng(
      ...['generate', 'ligature-angular:ng-add', '--skip-install'],
      ...['--domain', portalTenantOrigin, '--client-id', 'ligature-spa'],
    );
    // For the strict policy that docs/deploy.md recommends.
    const index = join(repository, folder, 'src', 'index.html');
    const html = await readFile(index, 'utf8');
    await writeFile(index, html.replace('<app-root>', '<app-root ngCspNonce="{{ nonce }}">'));
    await ng('build');

    const plan = planLocalServers(readAppConfig(configFile), {
      ...portalPorts,
      base: '/settings/sign-in/',
    });
    const served = await startTenant(plan);
    // Its configuration is the file that was written there; this one is for the headers.
    const app = await serveApp({ port: portalPorts.port, root: built, config: plan.config });
    try {
      const portal = new Portal(page);
      await page.goto(`${portalOrigin}/settings/sign-in/account`);
      await portal.action('sign-in').click();
      await submitPassword(page, ada);

      await expect(portal.methods).toHaveCount(1);
      await expect(page).toHaveURL(`${portalOrigin}/settings/sign-in/account`);
      // Without a theme of Material it has looks of its own.
      await expect(portal.action('add-method')).toHaveCSS('border-radius', '8px');
      await portal.proveGoogle(ada.email);
      await portal.confirmLink();
      await portal.action('go-to-account').click();
      await expect(portal.methods).toHaveCount(2);
    } finally {
      await Promise.all([app.close(), served?.close()]);
    }
  },
);

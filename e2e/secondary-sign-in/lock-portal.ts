import type { Page } from '@playwright/test';

import { readAppConfig, withTenantPort } from '../../scripts/lib/app-config.ts';
import { builtApp, configFile } from '../../scripts/lib/paths.ts';
import { serveApp, type ServedApp } from '../../scripts/serve/serve-app.ts';
import { clientPort, clientTenantOrigin, clientTenantPort } from '../testing/addresses.ts';
import { settingsFor } from '../testing/kinds.ts';
import { LocalTenant } from '../testing/local-tenant.ts';
import { ada } from '../testing/people.ts';
import type { Portal } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';

/** The tenant behind the portal that shows Lock. */
export const lockTenant = new LocalTenant(clientTenantOrigin);

/**
 * Serves the tests of a file the portal of an operator who shows Lock, with the headers that this makes a
 * difference to. At the end of each no page, Lock's included, has had a script error or broken its policy.
 */
export function usePortalWithLock(): void {
  let served: ServedApp;
  let complaints: string[];

  test.beforeAll(async () => {
    const usual = withTenantPort(readAppConfig(configFile), clientTenantPort);
    const config = { ...usual, ...settingsFor('lock') };
    served = await serveApp({ root: builtApp, port: clientPort, config });
  });
  test.afterAll(() => served.close());

  test.beforeEach(async ({ context }) => {
    await lockTenant.reset();
    complaints = [];
    context.on('weberror', (error) => complaints.push(error.error().message));
    context.on('console', (message) => {
      if (/Content Security Policy|Trusted/.test(message.text())) complaints.push(message.text());
    });
  });
  test.afterEach(() => expect(complaints, 'script errors and policy violations').toEqual([]));
}

/** Signs in as Ada and gives the window that shows Lock for a connection. */
export async function openLock(portal: Portal, connection: string): Promise<Page> {
  await portal.openSignedIn(ada, clientTenantOrigin);

  return portal.openWindow(connection);
}

export async function typePassword(
  lock: Page,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  await lock.getByPlaceholder('yours@example.com').fill(email);
  await lock.getByPlaceholder('your password').fill(password);
  await lock.getByRole('button', { name: 'Log In' }).click();
}

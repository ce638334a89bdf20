import type { Page } from '@playwright/test';

import { clientOrigin, clientPort, crossSiteOf } from '../testing/addresses.ts';
import { finish, type Kind, kinds, mailbox, phone } from '../testing/kinds.ts';
import { matrix, matrixUnless } from '../testing/matrix.ts';
import { lockTenant, openLock, typePassword, usePortalWithLock } from './lock-portal.ts';
import { grace } from '../testing/people.ts';
import { test } from '../testing/test.ts';

usePortalWithLock();

/** What is typed into Lock itself; of every other kind Lock has a button, which leads on to the provider. */
const typed: ReadonlyMap<string, (lock: Page) => Promise<void>> = new Map([
  ['auth0', (lock) => typePassword(lock, grace)],
  // Lock has a field of its own for the country.
  ['sms', (lock) => typeCode(lock, 'your phone number', phone.replace('+1', ''), phone)],
  ['email', (lock) => typeCode(lock, 'yours@example.com', mailbox, mailbox)],
]);

async function typeCode(lock: Page, field: string, text: string, address: string): Promise<void> {
  await lock.getByPlaceholder(field).fill(text);
  await lock.getByRole('button', { name: 'Submit' }).click();
  await lock.getByPlaceholder('your code').waitFor();
  await lock.getByPlaceholder('your code').fill(await lockTenant.codeFor(address));
  await lock.getByRole('button', { name: 'Submit' }).click();
}

async function prove(lock: Page, { strategy, label, prove: atTenant }: Kind): Promise<void> {
  const type = typed.get(strategy);
  if (type !== undefined) {
    await type(lock);
    return;
  }
  // Its title says the same, before it; and what looks like a button of Lock's has no role to be found by.
  await lock.getByText(label).last().click();
  await atTenant(lock);
}

test.describe('from localhost', () => {
  test.use({ baseURL: clientOrigin });

  for (const kind of kinds) {
    test(
      `${kind.strategy} by Lock`,
      matrixUnless(kind.strategy === 'auth0'),
      async ({ portal }) => {
        const lock = await openLock(portal, kind.name);
        await prove(lock, kind);
        await finish(portal, kind);
      },
    );
  }
});

test.describe('from 127.0.0.1, where the browser blocks cookies,', matrix, () => {
  test.use({ baseURL: crossSiteOf(clientPort) });

  for (const kind of kinds.filter(({ strategy }) => !typed.has(strategy))) {
    test(`${kind.strategy} by Lock`, async ({ portal }) => {
      const lock = await openLock(portal, kind.name);
      await prove(lock, kind);
      await finish(portal, kind);
    });
  }

  for (const kind of kinds.filter(({ strategy }) => typed.has(strategy))) {
    test(`${kind.strategy} by Lock ends at the tenant’s own page, which finishes it`, async ({
      portal,
    }) => {
      const lock = await openLock(portal, kind.name);
      await prove(lock, kind);
      await kind.prove(lock, lockTenant);
      await finish(portal, kind);
    });
  }
});

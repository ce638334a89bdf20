import type { Page } from '@playwright/test';

import { appPort, tenantOrigin } from './addresses.ts';
import { localTenant } from './local-tenant.ts';
import { ada } from './people.ts';
import { expect, test } from './test.ts';
import type { Portal } from './portal.ts';

type Transport = 'auto' | 'popup' | 'redirect' | 'embedded' | 'magic-link';

interface Kind {
  readonly name: string;
  readonly strategy: string;
  readonly label: string;
  /** Signs in at the tenant's page, as somebody who is not Ada's password account. */
  readonly prove: (page: Page) => Promise<void>;
  /** What the review then calls the second account. */
  readonly account: RegExp;
  /** Who Ada is afterwards, where the second account is one that must stay. */
  readonly becomes?: string;
}

const standIn =
  (account: string) =>
  (page: Page): Promise<void> =>
    page.getByRole('button', { name: `Continue as ${account}` }).click();

async function typeCode(page: Page, address: string): Promise<void> {
  // By now the newest message is the one that this page has asked for.
  await page.getByLabel('Code').waitFor();
  await page.getByLabel('Code').fill(await localTenant.codeFor(address));
  await page.getByRole('button', { name: 'Verify' }).click();
}

const byMessage =
  (label: string, address: string) =>
  async (page: Page): Promise<void> => {
    await page.getByLabel(label).fill(address);
    await page.getByRole('button', { name: 'Continue' }).click();
    await typeCode(page, address);
  };

const phone = '+15555550100';
const mailbox = 'zoe@example.net';
const kinds: readonly Kind[] = [
  {
    name: 'Username-Password-Authentication',
    strategy: 'auth0',
    label: 'Email and password',
    prove: async (page) => {
      await page.getByLabel('Email address').fill('grace@example.com');
      await page.getByLabel('Password').fill('Compiler-1952');
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
    },
    account: /grace@example\.com/,
  },
  {
    name: 'google-oauth2',
    strategy: 'google-oauth2',
    label: 'Google',
    prove: standIn(ada.email),
    account: /Google.*ada@example\.com/,
  },
  {
    name: 'acme-saml',
    strategy: 'samlp',
    label: 'Acme SSO',
    prove: standIn('katherine.johnson@acme.example'),
    account: /Acme SSO/,
  },
  {
    name: 'acme-entra',
    strategy: 'waad',
    label: 'Acme Entra',
    prove: standIn('mary.jackson@acme.example'),
    account: /Acme Entra/,
    // Her company's directory makes and removes this account by itself.
    becomes: 'Mary Jackson',
  },
  {
    name: 'sms',
    strategy: 'sms',
    label: 'SMS code',
    prove: byMessage('Phone number', phone),
    account: /SMS code.*15555550100/,
  },
  {
    name: 'email',
    strategy: 'email',
    label: 'Email code',
    prove: byMessage('Email address', mailbox),
    account: /Email code.*zoe/,
  },
];

/** Has every connection travel in one way, as an operator could configure it. */
async function configure(page: Page, transport: Transport): Promise<void> {
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch();
    const config = (await response.json()) as Record<string, unknown>;
    const connections = kinds.map(({ name, strategy, label }) => ({
      name,
      strategy,
      label,
      transport: fits(transport, strategy) ? transport : 'popup',
    }));
    const policy = {
      trustedEmailConnections: ['acme-saml', 'acme-entra'],
      // Here it is about the way, not about which account stays.
      enterpriseMustBePrimary: false,
    };
    await route.fulfill({ response, json: { ...config, connections, policy } });
  });
}

const fits = (transport: Transport, strategy: string): boolean =>
  transport === 'embedded'
    ? strategy === 'sms' || strategy === 'email'
    : transport !== 'magic-link' || strategy === 'email';

async function begin(portal: Portal, { label }: Kind, transport: Transport): Promise<void> {
  await configure(portal.page, transport);
  await portal.open();
  await portal.signIn(ada);
  await portal.startLinking(label);
}

async function finish(portal: Portal, { account, becomes = ada.name }: Kind): Promise<void> {
  await expect(portal.page.getByRole('list', { name: 'What you will have' })).toHaveText(account);
  await expect(portal.page).toHaveURL(/\/account\/link\/[^?]+$/);
  await portal.confirmLink();
  await expect(portal.page.getByRole('status')).toContainText('Linked');
  await portal.expectSignedInAs(becomes);
}

for (const origin of [`http://localhost:${appPort}`, `http://127.0.0.1:${appPort}`]) {
  test.describe(`from ${new URL(origin).hostname}`, () => {
    test.use({ baseURL: origin });

    for (const kind of kinds) {
      test(`${kind.strategy} by popup`, async ({ portal }) => {
        await begin(portal, kind, 'popup');
        const popup = await portal.openWindow(kind.label);
        await kind.prove(popup);
        await finish(portal, kind);
      });

      test(`${kind.strategy} by the full page (REL-07)`, async ({ page, portal }) => {
        await begin(portal, kind, 'redirect');
        await page.getByRole('button', { name: `Continue with ${kind.label}` }).click();
        await page.waitForURL(`${tenantOrigin}/**`);
        await kind.prove(page);
        await finish(portal, kind);
      });
    }
  });
}

for (const [name, field, address] of [
  ['sms', 'Phone number', phone],
  ['email', 'Email', mailbox],
] as const) {
  const kind = kinds.find((known) => known.name === name) ?? kinds[0];
  if (kind === undefined) continue;

  test(`${name} by a code in this page`, async ({ page, portal, expectAccessible }) => {
    await begin(portal, kind, 'embedded');
    await page.getByRole('button', { name: `Continue with ${kind.label}` }).click();
    await page.getByLabel(field).fill(address);
    await expectAccessible();
    await page.getByRole('button', { name: 'Send code' }).click();
    await page.getByLabel('Code').fill('000000');
    await page.getByRole('button', { name: 'Verify' }).click();
    await expect(portal.alert).toHaveAttribute('data-failure', 'wrong-code');
    await expect(page.getByText('Tries left: 2')).toBeVisible();
    await expectAccessible();
    await typeCode(page, address);
    await finish(portal, kind);
  });
}

test('a code in this page is refused with a way out where the browser blocks cookies', async ({
  page,
  portal,
}) => {
  const kind = kinds[4];
  if (kind === undefined) throw new Error('no sms');
  await configure(page, 'embedded');
  await page.goto(`http://127.0.0.1:${appPort}/`);
  await portal.signIn(ada);
  await portal.startLinking(kind.label);
  await page.getByRole('button', { name: `Continue with ${kind.label}` }).click();
  await page.getByLabel('Phone number').fill(phone);
  await page.getByRole('button', { name: 'Send code' }).click();
  await typeCode(page, phone);

  await expect(portal.alert).toHaveAttribute('data-failure', 'embedded-blocked');
  await page.getByRole('button', { name: 'Use full page instead' }).click();
  await page.waitForURL(`${tenantOrigin}/**`);
  await kind.prove(page);
  await finish(portal, kind);
});

test('a code can be asked for again only so often, and a reload does not change that (SEC-49)', async ({
  page,
  portal,
}) => {
  const kind = kinds[4];
  if (kind === undefined) throw new Error('no sms');
  await begin(portal, kind, 'embedded');
  await page.getByRole('button', { name: `Continue with ${kind.label}` }).click();
  await page.getByLabel('Phone number').fill(phone);
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByRole('button', { name: 'Send again' })).toBeDisabled();
  await expect(page.getByText(/Another message can be sent in \d+ s/)).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: `Continue with ${kind.label}` }).click();
  await expect(page.getByRole('button', { name: 'Send code' })).toBeDisabled();
  expect(await localTenant.messagesTo(phone)).toHaveLength(1);
});

test('a link in an e-mail, opened in another tab, goes on in the tab that began it (SEC-52)', async ({
  page,
  portal,
  context,
  expectAccessible,
}) => {
  const kind = kinds[5];
  if (kind === undefined) throw new Error('no email');
  await localTenant.adjust({ allowsMagicLinkWithoutSession: true });
  await begin(portal, kind, 'magic-link');
  await page.getByRole('button', { name: `Continue with ${kind.label}` }).click();
  await page.getByLabel('Email').fill(mailbox);
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByText('We sent a link to')).toBeVisible();
  await expectAccessible();
  const opened = await context.newPage();
  await opened.goto(await localTenant.linkFor(mailbox));

  await expect(opened.getByRole('heading', { name: 'Go back to the other tab' })).toBeVisible();
  expect(opened.url()).not.toContain('code=');
  await finish(portal, kind);
});

test('a link whose tab is gone is refused, and links nothing', async ({ page, portal }) => {
  const kind = kinds[5];
  if (kind === undefined) throw new Error('no email');
  await localTenant.adjust({ allowsMagicLinkWithoutSession: true });
  await begin(portal, kind, 'magic-link');
  await page.getByRole('button', { name: `Continue with ${kind.label}` }).click();
  await page.getByLabel('Email').fill(mailbox);
  await page.getByRole('button', { name: 'Send link' }).click();
  const link = await localTenant.linkFor(mailbox);
  await page.goto(link);

  await expect(portal.alert).toHaveAttribute('data-failure', 'no-sign-in-pending');
  expect(page.url()).not.toContain('code=');
  await portal.expectSignedInAs(ada.name);
});

test('the full page survives Back and a callback that is opened twice (REL-08)', async ({
  page,
  portal,
}) => {
  const kind = kinds[1];
  if (kind === undefined) throw new Error('no google');
  await begin(portal, kind, 'redirect');
  await page.getByRole('button', { name: `Continue with ${kind.label}` }).click();
  await page.waitForURL(`${tenantOrigin}/**`);
  await page.goBack();
  await expect(page.getByRole('banner')).toContainText(ada.name);

  await page.getByRole('button', { name: `Continue with ${kind.label}` }).click();
  await page.waitForURL(`${tenantOrigin}/**`);
  const callback = page.waitForRequest((request) => request.url().includes('/link/callback?'));
  await kind.prove(page);
  const address = (await callback).url();
  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();

  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await expect(portal.alert).toHaveAttribute('data-failure', 'no-sign-in-pending');
  expect(asked.filter((url) => url.includes('/oauth/token'))).toEqual([]);
  await portal.expectSignedInAs(ada.name);
});

test('a callback of the first sign-in is never taken for a second, nor the reverse (SEC-02)', async ({
  page,
  portal,
}) => {
  const kind = kinds[1];
  if (kind === undefined) throw new Error('no google');
  await begin(portal, kind, 'redirect');
  await page.getByRole('button', { name: `Continue with ${kind.label}` }).click();
  await page.waitForURL(`${tenantOrigin}/**`);
  const callback = page.waitForRequest((request) => request.url().includes('/link/callback?'));
  await page.route('**/link/callback?*', (route) => route.abort());
  await kind.prove(page);
  const address = new URL((await callback).url());
  await page.unroute('**/link/callback?*');
  address.pathname = '/callback';
  await page.goto(address.href);

  await expect(page.getByRole('banner')).toContainText(ada.name);
  await page.getByRole('link', { name: 'Account' }).click();
  await expect(portal.methods).toHaveCount(1);
});

test('the way that works is chosen, and said', async ({ page, portal }) => {
  await configure(page, 'auto');
  await portal.open();
  await portal.signIn(ada);
  await portal.startLinking('Acme SSO');
  await expect(page.getByText('This page goes there and comes back')).toBeVisible();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await portal.startLinking('Google');
  await expect(page.getByText('A window opens for it')).toBeVisible();

  const popup = await portal.openWindow('Google');
  await page.getByRole('button', { name: 'Bring it to the front' }).click();
  await Promise.all([
    popup.waitForEvent('close'),
    page.getByRole('button', { name: 'Use full page instead' }).click(),
  ]);
  await page.waitForURL(`${tenantOrigin}/**`);
  await page.getByRole('button', { name: `Continue as ${ada.email}` }).click();
  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('This page goes there and comes back')).toBeVisible();
});

import type { Page } from '@playwright/test';

import { deliverConfig } from './app-config.ts';
import { localTenant, type LocalTenant } from './local-tenant.ts';
import { ada, grace } from './people.ts';
import { submitPassword, type Portal } from './portal.ts';
import { expect } from './test.ts';

export type Transport = 'auto' | 'popup' | 'redirect' | 'embedded' | 'magic-link' | 'lock';

/** A way to sign in that a second account may have, and how a person proves it. */
export interface Kind {
  readonly name: string;
  readonly strategy: string;
  readonly label: string;
  /** What its link page is headed by, where that is not "Link" and its label. */
  readonly heading?: string;
  /** Signs in at the tenant's page, as somebody who is not Ada's password account. */
  readonly prove: (page: Page, tenant?: LocalTenant) => Promise<void>;
  /** What the review then calls the second account. */
  readonly account: RegExp;
  /** Who Ada is afterwards, where the second account is one that must stay. */
  readonly becomes?: string;
}

const standIn =
  (account: string) =>
  (page: Page): Promise<void> =>
    page.getByRole('button', { name: `Continue as ${account}` }).click();

/** Types the code into the tenant's own page. */
async function typeCode(
  page: Page,
  address: string,
  tenant: LocalTenant = localTenant,
): Promise<void> {
  // By now the newest message is the one that this page has asked for.
  await page.getByLabel('Code').waitFor();
  await page.getByLabel('Code').fill(await tenant.codeFor(address));
  await page.getByRole('button', { name: 'Verify' }).click();
}

/** Types the code into the page of the application, which tries it by itself. */
export async function enterCode(
  page: Page,
  address: string,
  tenant: LocalTenant = localTenant,
): Promise<void> {
  await page.getByLabel('Code').waitFor();
  await page.getByLabel('Code').fill(await tenant.codeFor(address));
}

const byMessage =
  (label: string, address: string) =>
  async (page: Page, tenant?: LocalTenant): Promise<void> => {
    await page.getByLabel(label).fill(address);
    await page.getByRole('button', { name: 'Continue' }).click();
    await typeCode(page, address, tenant);
  };

export const phone = '+15555550100';
export const mailbox = 'zoe@example.net';
export const kinds: readonly Kind[] = [
  {
    name: 'Username-Password-Authentication',
    strategy: 'auth0',
    label: 'Email and password',
    prove: (page) => submitPassword(page, grace),
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
    name: 'acme-oidc',
    strategy: 'oidc',
    label: 'Acme Directory',
    prove: standIn('annie.easley@acme.example'),
    account: /Acme Directory/,
  },
  {
    name: 'sms',
    strategy: 'sms',
    label: 'Phone number',
    heading: 'Add a phone number',
    prove: byMessage('Phone number', phone),
    account: /Phone number.*\+1\s555\s555\s0100/,
  },
  {
    name: 'email',
    strategy: 'email',
    label: 'Email code',
    heading: 'Add an email address',
    prove: byMessage('Email address', mailbox),
    account: /Email code.*zoe/,
  },
];

/** What an operator configures so that every connection that can travel in one way does. */
export const settingsFor = (transport: Transport) => ({
  connections: kinds.map(({ name, strategy, label }) => ({
    name,
    strategy,
    label,
    transport: fits(transport, strategy) ? transport : 'popup',
  })),
  policy: {
    trustedEmailConnections: ['acme-saml', 'acme-entra', 'acme-oidc'],
    // Here it is about the way, not about which account stays.
    enterpriseMustBePrimary: false,
  },
});

export const configure = (page: Page, transport: Transport): Promise<void> =>
  deliverConfig(page, { change: (config) => ({ ...config, ...settingsFor(transport) }) });

const fits = (transport: Transport, strategy: string): boolean =>
  transport === 'embedded'
    ? strategy === 'sms' || strategy === 'email'
    : transport !== 'magic-link' || strategy === 'email';

export async function begin(
  portal: Portal,
  { name, label, heading = `Link ${label}` }: Kind,
  transport: Transport,
): Promise<void> {
  await configure(portal.page, transport);
  await portal.openSignedIn(ada);
  await portal.openLinkPage(name);
  await expect(portal.page.getByRole('heading', { name: heading })).toBeVisible();
}

export async function finish(portal: Portal, { account, becomes = ada.name }: Kind): Promise<void> {
  await expect(portal.page.getByRole('list', { name: 'Ways to sign in' })).toHaveText(account);
  await expect(portal.page).toHaveURL(/\/account\/link\/[^?]+$/);
  await portal.confirmLink();
  await expect(portal.page.getByRole('status')).toContainText('Linked');
  await portal.expectSignedInAs(becomes);
}

export function kindOf(strategy: string): Kind {
  const kind = kinds.find((known) => known.strategy === strategy);
  if (kind === undefined) throw new Error(`No connection is of the kind ${strategy}.`);

  return kind;
}

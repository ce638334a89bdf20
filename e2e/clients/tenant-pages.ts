import { expect, type Page } from '@playwright/test';

import { clientTenantOrigin } from '../testing/addresses.ts';

/** Signs in on the tenant's own page. */
export async function signInWithPassword(
  page: Page,
  person: { readonly email: string; readonly password: string },
): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByLabel('Email address').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
}

/** Puts the tenant of the clients back to its seed. */
export async function reset(): Promise<void> {
  await fetch(`${clientTenantOrigin}/_tenant/api/reset`, { method: 'POST' });
}

interface Message {
  readonly code?: string;
  readonly link?: string;
}

/** The newest message to an address, waited for if there is none yet. */
export async function messageTo(address: string): Promise<Message> {
  const query = new URLSearchParams({ to: address, wait: '10' });
  const response = await fetch(`${clientTenantOrigin}/_tenant/api/inbox?${query.toString()}`);
  const [message] = (await response.json()) as readonly Message[];
  if (message === undefined) throw new Error(`No message to ${address}`);

  return message;
}

/** Adjusts the tenant until its next reset. */
export async function adjust(settings: Readonly<Record<string, unknown>>): Promise<void> {
  const response = await fetch(`${clientTenantOrigin}/_tenant/api/settings`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  });
  if (!response.ok) throw new Error(`The tenant refused: ${await response.text()}`);
}

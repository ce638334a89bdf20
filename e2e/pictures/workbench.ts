import type { Page } from '@playwright/test';

import { selectorOf } from '../../src/app/actions/action.ts';

import { signIn } from './steps.ts';
import { desktop, phone, type Device, type Screenshots } from './screenshots.ts';

/** Takes the pictures of docs/local-tenant.md, of a tenant in the middle of somebody's tests. */
export async function takeWorkbench(screenshots: Screenshots): Promise<void> {
  await prepareTenant(screenshots);
  const page = await screenshots.open(desktop);
  for (const name of ['overview', 'people', 'inbox', 'faults', 'requests']) {
    await open(screenshots, page, name);
    await screenshots.take(page, `workbench-${name}`);
  }
  await page.context().close();
  await takeSignIn(screenshots);
  await takePhones(screenshots);
}

/** The page that a person signs in on, with what helps whoever tries it out. */
async function takeSignIn(screenshots: Screenshots): Promise<void> {
  const page = await screenshots.open(desktop);
  await page.goto('/');
  await page.locator(selectorOf('sign-in')).click();
  await page.getByRole('button', { name: 'ada@example.com' }).click();
  await screenshots.take(page, 'tenant-sign-in');
  await page.context().close();
}

/** Somebody is signed in and meets faults, messages are on their way, and time has moved. */
async function prepareTenant(screenshots: Screenshots): Promise<void> {
  await screenshots.ask('POST', '/reset');
  await screenshots.ask('PUT', '/snapshots/before-the-link');
  const page = await screenshots.open(desktop);
  await signIn(page);
  await screenshots.ask('POST', '/faults/presets/management-429');
  await page.reload();
  await page.locator(selectorOf('add-method')).waitFor();
  await page.context().close();

  await screenshots.ask('PUT', '/codes', { to: '+15555550100', code: '246813' });
  await sendCode(screenshots, { connection: 'sms', phone_number: '+15555550100' });
  await sendCode(screenshots, { connection: 'email', email: 'zoe@example.net' });
  await screenshots.ask('POST', '/faults/presets/link-answer-lost');
  await screenshots.ask('PUT', '/clock', { offsetSeconds: 7500 });
}

async function sendCode({ tenant }: Screenshots, to: Record<string, string>): Promise<void> {
  await fetch(`${tenant}/passwordless/start`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_id: 'ligature-spa', send: 'code', ...to }),
  });
}

async function open({ tenant }: Screenshots, page: Page, name: string): Promise<void> {
  await page.goto(`${tenant}/_tenant/${name === 'overview' ? '' : name}`);
  if (name === 'people') await page.locator('summary', { hasText: 'More' }).first().click();
  if (name === 'requests')
    await page.locator('summary', { hasText: '/oauth/token' }).first().click();
}

/** Three phones beside each other in one picture. */
async function takePhones(screenshots: Screenshots): Promise<void> {
  const shots: Buffer[] = [];
  for (const [name, colorScheme] of [
    ['inbox', 'light'],
    ['faults', 'dark'],
    ['requests', 'light'],
  ] as const) {
    const page = await screenshots.open({ ...phone, colorScheme });
    await page.goto(`${screenshots.tenant}/_tenant/${name}`);
    shots.push(await page.screenshot());
    await page.context().close();
  }

  const device: Device = { width: 3 * 390 + 4 * 8, height: 844 + 2 * 8, colorScheme: 'light' };
  const page = await screenshots.open(device);
  const images = shots.map(
    (shot) => `<img src="data:image/png;base64,${shot.toString('base64')}">`,
  );
  await page.setContent(
    `<body style="margin:0;padding:8px;display:flex;gap:8px;background:#8a8f98">${images.join('')}`,
  );
  await screenshots.take(page, 'workbench-phone');
  await page.context().close();
}

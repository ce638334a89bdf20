import type { Page } from '@playwright/test';

import { signIn } from './steps.ts';
import { desktop, phone, type Look, type Studio } from './studio.ts';

/** Takes the pictures of docs/local-tenant.md, of a tenant in the middle of somebody's tests. */
export async function takeWorkbench(studio: Studio): Promise<void> {
  await setScene(studio);
  const page = await studio.open(desktop);
  for (const name of ['overview', 'people', 'inbox', 'faults', 'requests']) {
    await open(studio, page, name);
    await studio.take(page, `workbench-${name}`);
  }
  await page.context().close();
  await takePhones(studio);
}

/** Somebody is signed in and meets faults, messages are on their way, and time has moved. */
async function setScene(studio: Studio): Promise<void> {
  await studio.ask('POST', '/reset');
  await studio.ask('PUT', '/snapshots/before-the-link');
  const page = await studio.open(desktop);
  await signIn(page);
  await studio.ask('POST', '/faults/presets/management-429');
  await page.reload();
  await page.getByRole('heading', { name: 'Add a sign-in method' }).waitFor();
  await page.context().close();

  await studio.ask('PUT', '/codes', { to: '+15555550100', code: '246813' });
  await sendCode(studio, { connection: 'sms', phone_number: '+15555550100' });
  await sendCode(studio, { connection: 'email', email: 'zoe@example.net' });
  await studio.ask('POST', '/faults/presets/link-answer-lost');
  await studio.ask('PUT', '/clock', { offsetSeconds: 7500 });
}

async function sendCode({ tenant }: Studio, to: Record<string, string>): Promise<void> {
  await fetch(`${tenant}/passwordless/start`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_id: 'ligature-spa', send: 'code', ...to }),
  });
}

async function open({ tenant }: Studio, page: Page, name: string): Promise<void> {
  await page.goto(`${tenant}/_tenant/${name === 'overview' ? '' : name}`);
  if (name === 'people') await page.locator('summary', { hasText: 'More' }).first().click();
  if (name === 'requests')
    await page.locator('summary', { hasText: '/oauth/token' }).first().click();
}

/** Three phones beside each other in one picture. */
async function takePhones(studio: Studio): Promise<void> {
  const shots: Buffer[] = [];
  for (const [name, colorScheme] of [
    ['inbox', 'light'],
    ['faults', 'dark'],
    ['requests', 'light'],
  ] as const) {
    const page = await studio.open({ ...phone, colorScheme });
    await page.goto(`${studio.tenant}/_tenant/${name}`);
    shots.push(await page.screenshot());
    await page.context().close();
  }

  const look: Look = { width: 3 * 390 + 4 * 8, height: 844 + 2 * 8, colorScheme: 'light' };
  const page = await studio.open(look);
  const images = shots.map(
    (shot) => `<img src="data:image/png;base64,${shot.toString('base64')}">`,
  );
  await page.setContent(
    `<body style="margin:0;padding:8px;display:flex;gap:8px;background:#8a8f98">${images.join('')}`,
  );
  await studio.take(page, 'workbench-phone');
  await page.context().close();
}

import type { Page } from '@playwright/test';

import { selectorOf } from '../../src/app/actions/action.ts';
import { deliverConfig } from '../testing/app-config.ts';
import { tenantOrigin } from '../testing/addresses.ts';
import { control } from '../testing/control.ts';
import { expectToFit } from '../testing/expect-to-fit.ts';
import { ada } from '../testing/people.ts';
import { popupBy } from '../testing/portal.ts';
import { expect, test } from '../testing/test.ts';
import { unmarked } from './unmarked.ts';

/** Which languages a page has asked for of those that the tenant is asked for, sign-in by sign-in. */
function askedOfTenant(page: Page): (string | null)[] {
  const asked: (string | null)[] = [];
  page.context().on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/authorize') asked.push(searchParams.get('ui_locales'));
  });

  return asked;
}

const choose = (page: Page, language: string) =>
  control(page, 'choose-language').selectOption(language);

/** What the file of German texts begins with. */
const german = 'Zum Inhalt springen';

const html = (page: Page) => page.locator('html');

test.describe('a browser that asks for German', () => {
  test.use({ locale: 'de-AT' });

  test('gets German pages, and the tenant is asked for them too', async ({ page, portal }) => {
    const asked = askedOfTenant(page);
    await portal.open();

    await expect(html(page)).toHaveAttribute('lang', 'de');
    await expect(portal.action('sign-in')).toHaveText('Anmelden');
    await portal.action('sign-in').click();
    await expect(page.getByRole('heading', { name: 'Bei Ligature anmelden' })).toBeVisible();
    expect(asked).toEqual(['de']);

    // Who tries it out types nothing: the people of the tenant stand beside its form.
    await page.getByRole('button', { name: ada.email }).click();
    await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue(ada.email);
    await page.getByRole('button', { name: 'Passwort anzeigen' }).click();
    await expect(page.getByLabel('Passwort')).toHaveValue(ada.password);
    await expect(page.getByLabel('Passwort')).toHaveAttribute('type', 'text');
    await page.getByRole('button', { name: 'Weiter', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Anmeldemethoden' })).toBeVisible();
  });

  test('gets English where German does not arrive', async ({ page, portal }) => {
    await page.route('**/*.js', async (route) => {
      const response = await route.fetch();

      return (await response.text()).includes(german) ? route.abort() : route.fulfill({ response });
    });
    await portal.open();

    await expect(portal.action('sign-in')).toHaveText('Sign in');
    await expect(html(page)).toHaveAttribute('lang', 'en');
  });

  test('gets what the configuration says', async ({ page, portal }) => {
    await deliverConfig(page, {
      change: ({ branding, ...config }) => ({
        ...config,
        branding: { ...(branding as object), language: 'es' },
      }),
    });
    await portal.open();

    await expect(portal.action('sign-in')).toHaveText('Iniciar sesión');
  });
});

test('a language that is chosen in the menu holds, and goes out with both sign-ins', async ({
  page,
  portal,
}) => {
  const asked = askedOfTenant(page);
  await portal.openSignedIn(ada);
  expect(asked).toEqual([null]);

  await portal.action('open-menu').click();
  await choose(page, 'fr');
  await expect(page.getByRole('heading', { name: 'Méthodes de connexion' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Méthodes de connexion' })).toBeVisible();
  await expect(control(page, 'choose-language')).toHaveValue('fr');

  await portal.action('add-method').click();
  const popup = await popupBy(
    page.getByRole('dialog').locator(selectorOf('open-link', 'google-oauth2')),
  );
  await popup.waitForURL(`${tenantOrigin}/**`);
  await popup.close();
  expect(asked).toEqual([null, 'fr']);
  await page.goto('/account');

  await portal.action('open-menu').click();
  await choose(page, 'en');
  await portal.signOut();
  await portal.action('sign-in').click();
  await expect(page.getByLabel('Email address')).toBeVisible();
  expect(asked).toEqual([null, 'fr', 'en']);
});

test('somebody who is not signed in can choose as well', async ({ page, portal }) => {
  await portal.open();
  await choose(page, 'ja');

  await expect(portal.action('sign-in')).toHaveText('サインイン');
  await expect(html(page)).toHaveAttribute('lang', 'ja');
});

test('Arabic is written from right to left, on every page and at every width', async ({
  page,
  portal,
  expectAccessible,
}) => {
  await portal.openSignedIn(ada);
  await portal.action('open-menu').click();
  await choose(page, 'ar');
  await expect(html(page)).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { name: 'طرق تسجيل الدخول' })).toBeVisible();

  for (const address of ['/', '/account', '/account/link/google-oauth2']) {
    await page.goto(address);
    await expect(portal.action('open-menu')).toBeVisible();
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await expectToFit(page);
      await expectAccessible();
      const [mark, menu] = await Promise.all([
        page.locator('.brand').boundingBox(),
        portal.action('open-menu').boundingBox(),
      ]);
      expect(mark?.x).toBeGreaterThan(menu?.x ?? Infinity);
    }
  }
});

test('the tenant’s pages are Arabic too, at every width, light and dark', async ({
  page,
  portal,
  expectAccessible,
}) => {
  await portal.open();
  await choose(page, 'ar');
  await portal.action('sign-in').click();
  await expect(page.getByRole('heading', { name: 'تسجيل الدخول إلى Ligature' })).toBeVisible();
  await expect(html(page)).toHaveAttribute('dir', 'rtl');

  const links = page.getByRole('main').getByRole('link');
  const addresses = await links.evaluateAll((all) =>
    all.map((each) => (each as HTMLAnchorElement).href),
  );
  for (const address of [page.url(), ...addresses]) {
    await page.goto(address);
    await expect(html(page)).toHaveAttribute('lang', 'ar');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await expectToFit(page);
      }
      await expectAccessible();
    }
  }
});

test('the pseudo-language leaves no word of the first pages in English', async ({
  page,
  portal,
}) => {
  await page.addInitScript(() => localStorage.setItem('ligature.language', 'en-XA'));
  await page.goto('/');
  await expect(portal.action('sign-in')).toHaveText('⟦Šîîĝñ îîñ⟧');
  expect(await unmarked(page)).toEqual([]);

  await page.request.post(`${tenantOrigin}/_tenant/api/sessions`, {
    data: { user_id: ada.userId },
  });
  await portal.action('sign-in').click();
  await expect(portal.action('add-method')).toBeVisible();
  await portal.action('open-menu').click();
  await portal.action('add-method').click();
  expect(await unmarked(page)).toEqual([]);
});

test('an English page loads no other language', async ({ page, portal }) => {
  const scripts = new Set<string>();
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.add(response.url());
  });
  await portal.openSignedIn(ada);

  expect(scripts.size).toBeGreaterThan(0);
  for (const script of scripts) {
    const text = await (await page.request.get(script)).text();
    expect(text).not.toContain(german);
    expect(text).not.toMatch(/Aller au contenu|Ir al contenido|本文へ移動|الانتقال إلى المحتوى/);
  }
});

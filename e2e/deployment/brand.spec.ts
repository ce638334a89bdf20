import { control } from '../testing/control.ts';
import { deliverConfig } from '../testing/app-config.ts';
import { expect, test } from '../testing/test.ts';

const branding = {
  productName: 'Acme Account',
  logoUrl: 'providers/google.svg',
  logoDarkUrl: 'providers/github.svg',
  faviconUrl: 'providers/slack.svg',
  // As it is, nobody could read it.
  colors: { primary: '#ffcc00' },
  borderRadius: 2,
  links: { privacy: 'https://acme.example/privacy', imprint: 'https://acme.example/imprint' },
};

const support = { label: 'Acme IT Help', phone: '+44 20 7946 0018' };

test('a company gives the pages its own looks, and they stay readable', async ({
  page,
  expectAccessible,
}) => {
  await deliverConfig(page, { change: (config) => ({ ...config, branding, support }) });
  await page.goto('/');
  const signIn = control(page, 'sign-in');
  await expect(signIn).toBeVisible();
  const [accent, radius] = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);

    return ['--ligature-accent', '--ligature-radius-control'].map((name) =>
      style.getPropertyValue(name),
    );
  });

  expect(accent).toMatch(/^light-dark\(#[\da-f]{6}, #ffcc00\)$/);
  expect(radius).toBe('2px');
  await expect(page.locator('header img')).toHaveAttribute('src', 'providers/google.svg');
  await expect(page.locator('link[rel=icon]')).toHaveAttribute('href', 'providers/slack.svg');
  await expect(page.getByRole('link', { name: 'Privacy' })).toHaveAttribute(
    'href',
    'https://acme.example/privacy',
  );
  await expect(page.getByRole('link', { name: 'Legal notice' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Acme IT Help' })).toHaveAttribute(
    'href',
    'tel:+44 20 7946 0018',
  );
  await expectAccessible();
  await page.emulateMedia({ colorScheme: 'dark' });

  await expect(page.locator('header img')).toHaveAttribute('src', 'providers/github.svg');
  await expectAccessible();
});

test('a configuration that is wrong is explained, with the line and an example', async ({
  page,
  expectAccessible,
}) => {
  await page.route('**/config.json', (route) =>
    route.fulfill({
      json: { tenant: { domain: 'acme.eu.auth0.com' }, polices: {}, connections: [] },
    }),
  );
  await page.goto('/');
  const clientId = page.locator('[data-problem="tenant.clientId"]');

  await expect(clientId).toContainText('“clientId” is missing.');
  await expect(clientId).toContainText('Line 1 of config.json');
  await expect(page.locator('[data-problem="polices"]')).toContainText('Did you mean “policy”?');
  await expectAccessible();
});

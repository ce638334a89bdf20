import { expect, test, type Page } from '@playwright/test';

import { clientOrigin } from '../testing/addresses.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { onPage, serveClient, shipped } from './client-page.ts';
import { adjust, messageTo, reset } from './tenant-pages.ts';

const setUp = `
  const webAuth = new auth0.WebAuth({
    domain: settings.tenant,
    clientID: settings.clientId,
    redirectUri: settings.redirectUri,
    audience: settings.audience,
    scope: settings.scope,
    responseType: 'token id_token',
    overrides: {
      __token_issuer: settings.tenant + '/',
      __jwks_uri: settings.tenant + '/.well-known/jwks.json',
    },
  });
  const call = (method, ...args) => new Promise((resolve) => {
    webAuth[method](...args, (error, result) => resolve({ error, result }));
  });`;

/** What the SDK makes of the callback, after it has checked the ID token and its signature. */
async function answer(page: Page): Promise<unknown> {
  await page.waitForURL(`${clientOrigin}/callback#**`);

  return onPage(page, "call('parseHash', {})");
}

const phone = '+15555550100';

test.describe('auth0-js 10, as it is shipped', () => {
  let stop: () => Promise<void>;

  test.beforeAll(async () => {
    stop = await serveClient(await shipped('auth0-js/dist/auth0.min.js'), setUp);
  });
  test.beforeEach(reset);
  test.afterAll(async () => {
    await stop();
  });

  test('signs in with a code by SMS', matrix, async ({ page }) => {
    await page.goto(clientOrigin);
    const options = `connection: 'sms', phoneNumber: '${phone}'`;
    expect(
      await onPage(page, `call('passwordlessStart', { ${options}, send: 'code' })`),
    ).toMatchObject({ error: null, result: { phoneNumber: phone } });
    const { code = '' } = await messageTo(phone);
    await onPage(
      page,
      `void call('passwordlessLogin', { ${options}, verificationCode: '${code}' })`,
    );

    expect(await answer(page)).toMatchObject({
      error: null,
      result: {
        accessToken: expect.any(String),
        idTokenPayload: { sub: expect.stringMatching(/^sms\|/) },
      },
    });
  });

  test('signs in with a code by e-mail, after a wrong one', matrix, async ({ page }) => {
    await page.goto(clientOrigin);
    const options = "connection: 'email', email: 'zoe@example.net'";
    await onPage(page, `call('passwordlessStart', { ${options}, send: 'code' })`);
    const { code = '' } = await messageTo('zoe@example.net');
    const wrong = code === '000000' ? '000001' : '000000';
    const refused = await onPage(
      page,
      `call('passwordlessLogin', { ${options}, verificationCode: '${wrong}' })`,
    );
    expect(refused).toMatchObject({
      error: { code: 'access_denied', description: 'Wrong email or verification code.' },
    });
    await onPage(
      page,
      `void call('passwordlessLogin', { ${options}, verificationCode: '${code}' })`,
    );

    expect(await answer(page)).toMatchObject({
      result: { idTokenPayload: { email: 'zoe@example.net', email_verified: true } },
    });
  });

  test('follows a magic link, in a tenant that is set so', matrix, async ({ page }) => {
    await adjust({ allowsMagicLinkWithoutSession: false });
    await page.goto(clientOrigin);
    const start =
      "call('passwordlessStart', { connection: 'email', email: 'zoe@example.net', send: 'link' })";
    await onPage(page, start);
    const { link: message = '' } = await messageTo('zoe@example.net');
    // The message of this tenant leads over the application; the client’s own page has no use for that.
    const link = decodeURIComponent(new URL(message).hash.slice(1));
    await page.goto(link);
    await expect(page.getByRole('alert')).toContainText('the same device and browser');

    await adjust({ allowsMagicLinkWithoutSession: true });
    await page.goto(link);
    expect(await answer(page)).toMatchObject({
      error: null,
      result: { idTokenPayload: { email: 'zoe@example.net' } },
    });
  });

  test(
    'signs in with a password on its own page, and asks for the session silently',
    matrix,
    async ({ page }) => {
      await page.goto(clientOrigin);
      const login = (password: string) =>
        `call('login', { realm: 'Username-Password-Authentication', username: '${ada.email}', password: '${password}' })`;
      expect(await onPage(page, login('wrong'))).toMatchObject({
        error: { code: 'access_denied', description: 'Wrong email or password.' },
      });
      await onPage(page, `void ${login(ada.password)}`);
      expect(await answer(page)).toMatchObject({ result: { idTokenPayload: { sub: ada.userId } } });

      expect(await onPage(page, "call('checkSession', {})")).toMatchObject({
        error: null,
        result: { idTokenPayload: { sub: ada.userId } },
      });
    },
  );

  test('signs somebody up, and hears why it cannot', matrix, async ({ page }) => {
    await page.goto(clientOrigin);
    const signup = (email: string) =>
      `call('signup', { connection: 'Username-Password-Authentication', email: '${email}', password: 'Long-enough-1' })`;

    expect(await onPage(page, signup('new.comer@example.net'))).toMatchObject({
      error: null,
      result: { email: 'new.comer@example.net', emailVerified: false },
    });
    expect(await onPage(page, signup(ada.email))).toMatchObject({ error: { code: 'user_exists' } });
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { encodeRedirectToken } from '../../src/actions/redirect-token.ts';
import type {
  PostLoginApi,
  PostLoginEvent,
  PostLoginHook,
} from '../../src/state/config/post-login-hook.ts';
import { link } from '../../src/state/people/linking.ts';
import { password } from '../testing/accounts.ts';
import {
  allScopes,
  Browser,
  callbackParams,
  claimsOf,
  codeOf,
  exchange,
  locationOf,
  text,
  tokensFrom,
} from '../testing/browser.ts';
import { assertRefused, granted, postForm } from '../testing/requests.ts';
import { setUpTenant, type TestTenant } from '../testing/tenant.ts';

type Step = (event: PostLoginEvent, api: PostLoginApi) => unknown;

function setUp(...steps: readonly (Step | Partial<PostLoginHook>)[]): TestTenant {
  const tenant = setUpTenant();
  tenant.state.config.postLogin = steps.map((step) => ({
    onExecutePostLogin: () => undefined,
    secrets: {},
    ...(typeof step === 'function' ? { onExecutePostLogin: step } : step),
  }));

  return tenant;
}

const signIn = (browser: Browser, params: Readonly<Record<string, string>> = {}) =>
  browser.signIn('ada@example.com', 'Analytical-1843', params);

const sendAway: Step = (_event, api) => {
  api.redirect.sendUserTo('http://localhost:4300/page', { query: { from: 'tenant' } });
};

test('a hook can look for metadata that nobody has set', async () => {
  const found: unknown[] = [];
  const tenant = setUp(({ user }) => void found.push(user['user_metadata'], user['app_metadata']));
  await new Browser(tenant).signInByCode('email', 'somebody.new@example.com');

  assert.deepEqual(found, [{}, {}]);
});

test('a hook sets claims, in the order of the hooks, and never one of the tenant’s own', async () => {
  const tenant = setUp(
    (_event, api) => {
      api.idToken.setCustomClaim('https://example.com/a', 1);
      api.idToken.setCustomClaim('sub', 'somebody|else');
      api.idToken.setCustomClaim('aud', 'another');
      api.accessToken.setCustomClaim('https://example.com/b', ['x']);
      api.accessToken.setCustomClaim('scope', 'update:users');
    },
    async (_event, api) => {
      await Promise.resolve();
      api.idToken.setCustomClaim('https://example.com/a', 2);
    },
  );
  const { accessToken, idToken } = await tokensFrom(tenant, await signIn(new Browser(tenant)));

  assert.equal(claimsOf(idToken)['https://example.com/a'], 2);
  assert.match(String(claimsOf(idToken)['sub']), /^auth0\|/);
  assert.equal(claimsOf(idToken)['aud'], 'ligature-spa');
  assert.deepEqual(claimsOf(accessToken)['https://example.com/b'], ['x']);
  assert.equal(claimsOf(accessToken)['scope'], allScopes);
});

test('a hook is told who signs in, how, and where to, and never the password', async () => {
  const events: PostLoginEvent[] = [];
  const tenant = setUp((event) => void events.push(event));
  await signIn(new Browser(tenant), { login_hint: 'ada@example.com' });
  const [event] = events;
  assert.ok(event);

  assert.equal(event.user['email'], 'ada@example.com');
  assert.ok(Array.isArray(event.user['identities']));
  assert.deepEqual(event.connection, { name: password, strategy: 'auth0' });
  assert.equal(event.authentication.methods[0]?.name, 'pwd');
  assert.equal(event.client.client_id, 'ligature-spa');
  assert.equal(event.resource_server?.identifier, 'http://localhost:4400/api/v2/');
  assert.equal(event.transaction.protocol, 'oidc-basic-profile');
  assert.deepEqual(event.transaction.prompt, ['login']);
  assert.equal(event.request.query['prompt'], 'login');
  assert.equal(event.transaction.state, 'the state==');
  assert.doesNotMatch(JSON.stringify(event), /Analytical-1843/);
});

test('a hook runs for a session too, silently or not', async () => {
  const prompts: unknown[] = [];
  const tenant = setUp((event) => void prompts.push(event.request.query['prompt']));
  const browser = new Browser(tenant);
  await signIn(browser);
  await browser.authorize({ prompt: 'none' });
  await browser.authorize();

  assert.deepEqual(prompts, ['login', 'none', undefined]);
});

test('a hook that denies is heard at the callback', async () => {
  const tenant = setUp((_event, api) => {
    api.access.deny('Not on Sundays');
  });
  const answer = callbackParams(await signIn(new Browser(tenant)));

  assert.equal(answer.get('error'), 'access_denied');
  assert.equal(answer.get('error_description'), 'Not on Sundays');
  assert.equal(answer.get('code'), null);
});

test('a hook sends the person to a page, and goes on when they are back, by GET or by POST', async () => {
  for (const method of ['GET', 'POST']) {
    const tenant = setUp({
      onExecutePostLogin: (_event, api) => {
        api.idToken.setCustomClaim('https://example.com/before', true);
        sendAway(_event, api);
      },
      onContinuePostLogin: (event, api) => {
        const { query, body } = event.request;
        api.idToken.setCustomClaim('https://example.com/answer', query['answer'] ?? body['answer']);
      },
    });
    const browser = new Browser(tenant);
    const page = new URL(locationOf(await signIn(browser)));
    const back = { state: text(page.searchParams.get('state')), answer: '42' };
    const answer =
      method === 'GET'
        ? await browser.send(`/continue?${new URLSearchParams(back).toString()}`)
        : await browser.submit('/continue', back);
    const claims = claimsOf((await tokensFrom(tenant, answer)).idToken);

    assert.equal(page.origin + page.pathname, 'http://localhost:4300/page');
    assert.equal(page.searchParams.get('from'), 'tenant');
    assert.equal(claims['https://example.com/answer'], '42');
    assert.equal(claims['https://example.com/before'], true);
    assert.equal(callbackParams(answer).get('state'), 'the state==');
  }
});

test('each of two hooks may send the person away, and none runs twice', async () => {
  const runs: string[] = [];
  const hook = (name: string): Partial<PostLoginHook> => ({
    onExecutePostLogin: (event, api) => {
      runs.push(name);
      sendAway(event, api);
    },
    onContinuePostLogin: () => void runs.push(`${name} again`),
  });
  const tenant = setUp(hook('first'), hook('second'));
  const browser = new Browser(tenant);
  const goOn = async (page: Response) =>
    browser.send(`/continue?state=${text(new URL(locationOf(page)).searchParams.get('state'))}`);

  assert.ok(codeOf(await goOn(await goOn(await signIn(browser)))));
  assert.deepEqual(runs, ['first', 'first again', 'second', 'second again']);
});

test('a wrong state, one that was used, and another browser’s lose the sign-in', async () => {
  const tenant = setUp(sendAway);
  const browser = new Browser(tenant);
  const state = text(new URL(locationOf(await signIn(browser))).searchParams.get('state'));
  const elsewhere = new Browser(tenant);
  await elsewhere.signInAt('github', 'grace@example.com');

  assert.equal((await browser.send('/continue')).status, 400);
  assert.equal((await browser.send('/continue?state=wrong')).status, 400);
  assert.equal((await elsewhere.send(`/continue?state=${state}`)).status, 400);
  assert.equal((await browser.send(`/continue?state=${state}`)).status, 302);
  assert.equal((await browser.send(`/continue?state=${state}`)).status, 400);
  assert.equal((await browser.send(`/u/consent?state=${state}`)).status, 400);
});

test('with prompt=none there is no page to go to, though the session is there', async () => {
  const tenant = setUp(sendAway);
  const browser = new Browser(tenant);
  await signIn(browser);
  const answer = callbackParams(await browser.authorize({ prompt: 'none' }));

  assert.equal(answer.get('error'), 'interaction_required');
  assert.notEqual(browser.session, '');
});

test('a signed token travels to the page and back, for this sign-in and this person alone', async () => {
  const secret = 'a secret of the page';
  let sent = '';
  const seen: unknown[] = [];
  const tenant = setUp({
    onExecutePostLogin: (event, api) => {
      sent = api.redirect.encodeToken({ secret, payload: { colour: 'blue' } });
      sendAway(event, api);
    },
    onContinuePostLogin: (_event, api) => {
      seen.push(api.redirect.validateToken({ secret }));
    },
  });
  const browser = new Browser(tenant);
  const state = text(new URL(locationOf(await signIn(browser))).searchParams.get('state'));
  const claims = claimsOf(sent);

  assert.equal(claims['colour'], 'blue');
  assert.equal(claims['exp'], tenant.nowMs() / 1000 + 900);
  assert.match(String(claims['sub']), /^auth0\|/);
  // Without the state in it the token could be of any sign-in, so it does not count.
  const answer = await browser.submit('/continue', { state, session_token: sent });
  assert.equal(callbackParams(answer).get('error'), 'access_denied');
  assert.deepEqual(seen, []);
  const again = text(new URL(locationOf(await signIn(browser))).searchParams.get('state'));
  const session_token = encodeRedirectToken({ ...claims, state: again }, secret);
  assert.ok(codeOf(await browser.submit('/continue', { state: again, session_token })));
  assert.equal(seen.length, 1);
});

test('a hook may link the account it meets, if it names the new primary, before or after', async () => {
  for (const order of ['before', 'after', 'never', 'wrong']) {
    const tenant = setUp((event, api) => {
      const owner = tenant.state.users.findByEmail(password, 'ada@example.com')?.user;
      const absorbed = tenant.state.users.get(text(event.user['user_id']));
      assert.ok(owner && absorbed);
      if (order === 'before') api.authentication.setPrimaryUser(owner.user_id);
      link(tenant.state.users, { kept: owner, absorbed }, tenant.nowMs());
      if (order === 'after') api.authentication.setPrimaryUser(owner.user_id);
      if (order === 'wrong') api.authentication.setPrimaryUser('auth0|another');
    });
    const answer = await new Browser(tenant).signInAt('google-oauth2', 'ada@example.com');
    if (order === 'never' || order === 'wrong') {
      assert.equal(callbackParams(answer).get('error'), 'access_denied');
    } else {
      const { idToken } = await tokensFrom(tenant, answer);
      assert.match(String(claimsOf(idToken)['sub']), /^auth0\|/);
    }
  }
});

test('an account that a hook links away stays away, where the sign-in makes members', async () => {
  const tenant = setUp((event, api) => {
    const owner = tenant.state.users.findByEmail(password, 'ada@example.com')?.user;
    const absorbed = tenant.state.users.get(text(event.user['user_id']));
    assert.ok(owner && absorbed);
    link(tenant.state.users, { kept: owner, absorbed }, tenant.nowMs());
    api.authentication.setPrimaryUser(owner.user_id);
  });
  const answer = await new Browser(tenant).signInAt('acme-saml', 'katherine.johnson@acme.example', {
    organization: 'acme',
  });
  const { idToken } = await tokensFrom(tenant, answer);
  const owner = tenant.state.users.get(text(claimsOf(idToken)['sub']));

  assert.deepEqual(owner?.organizations, ['acme']);
  assert.deepEqual(
    owner.identities.map(({ provider }) => provider),
    ['auth0', 'samlp'],
  );
  assert.equal(tenant.state.users.get('samlp|acme-saml|katherine.johnson@acme.example'), undefined);
});

test('naming oneself as the primary is refused: one must be among its absorbed identities', async () => {
  const tenant = setUp((event, api) => {
    api.authentication.setPrimaryUser(text(event.user['user_id']));
  });

  assert.equal(callbackParams(await signIn(new Browser(tenant))).get('error'), 'access_denied');
});

test('a renewal runs the hook, which has no browser to send anywhere', async () => {
  const tenant = setUp((event, api) => {
    api.idToken.setCustomClaim('https://example.com/how', event.transaction.protocol);
    if (event.user['blocked_today'] === true) api.access.deny('Not today');
  });
  const scope = 'openid offline_access';
  const answer = await signIn(new Browser(tenant), { scope });
  const first = await granted(await exchange(tenant, codeOf(answer)));
  const fields = { grant_type: 'refresh_token', client_id: 'ligature-spa' };
  const renew = (token: unknown) =>
    postForm(tenant, '/oauth/token', { ...fields, refresh_token: text(token) });
  const second = await granted(await renew(first['refresh_token']));
  const how = (body: Readonly<Record<string, unknown>>) =>
    claimsOf(text(body['id_token']))['https://example.com/how'];

  assert.equal(how(first), 'oidc-basic-profile');
  assert.equal(how(second), 'oauth2-refresh-token');
  tenant.state.config.postLogin = [
    {
      onExecutePostLogin: (_event, api) => {
        api.access.deny('Not today');
      },
      secrets: {},
    },
  ];
  await assertRefused(await renew(second['refresh_token']), 403, 'access_denied', 'Not today');
});

test('what a hook keeps in its cache ends with its time', async () => {
  const found: unknown[] = [];
  const tenant = setUp((_event, api) => {
    found.push(api.cache.get('key')?.value);
    api.cache.set('key', 'kept', { ttl: 1000 });
  });
  const browser = new Browser(tenant);
  await signIn(browser);
  await browser.authorize();
  tenant.pass(2);
  await browser.authorize();

  assert.deepEqual(found, [undefined, 'kept', undefined]);
});

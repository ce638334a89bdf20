import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isObject } from '../../src/protocol/json.ts';
import { ada, adaAtGoogle, call, linkWith } from '../testing/accounts.ts';
import { setUpTenant } from '../testing/tenant.ts';

/** What may hold whatever a profile or an application puts there. */
const free: ReadonlySet<string> = new Set(['profileData', 'user_metadata', 'app_metadata']);

/** The names and types in an answer. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (!isObject(value)) return typeof value;

  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, free.has(name) ? 'free' : shapeOf(inner)]),
  );
}

const identity = {
  connection: 'string',
  user_id: 'string',
  provider: 'string',
  isSocial: 'boolean',
};
const linkedIdentity = { profileData: 'free', ...identity };

/** What Auth0 answers a person about their own account (contract §6.3): always, and where it is known. */
const always = {
  created_at: 'string',
  email: 'string',
  email_verified: 'boolean',
  name: 'string',
  nickname: 'string',
  updated_at: 'string',
  user_id: 'string',
  user_metadata: 'free',
};
const whereKnown = {
  blocked: 'boolean',
  family_name: 'string',
  given_name: 'string',
  picture: 'string',
  username: 'string',
  app_metadata: 'free',
  last_ip: 'string',
  last_login: 'string',
  last_password_reset: 'string',
  logins_count: 'number',
};

async function setUp() {
  const tenant = setUpTenant();
  const primary = await ada(tenant);
  const secondary = await adaAtGoogle(tenant);
  const ask = (method: string, path = ''): Promise<Response> =>
    call(tenant, method, `${encodeURIComponent(primary.id)}${path}`, primary.accessToken);

  return {
    read: async () => shapeOf(await (await ask('GET')).json()),
    link: async () =>
      shapeOf(await (await linkWith(tenant, primary, { link_with: secondary.idToken })).json()),
    unlink: async () =>
      shapeOf(await (await ask('DELETE', `/identities/${secondary.id.replace('|', '/')}`)).json()),
  };
}

function assertUser(user: unknown, identities: readonly object[]): void {
  assert.ok(isObject(user));
  const { identities: found, ...rest } = user;
  const known = Object.fromEntries(
    Object.entries(whereKnown).filter(([name]) => Object.hasOwn(rest, name)),
  );

  assert.deepEqual(found, identities);
  assert.deepEqual(rest, { ...always, ...known });
}

test('REL-42: an account has the names and types of Auth0’s own answers, before a link and after', async () => {
  const { read, link } = await setUp();

  assertUser(await read(), [identity]);
  await link();
  assertUser(await read(), [identity, linkedIdentity]);
});

test('REL-42: so have the identities that a link answers, and those of an unlink', async () => {
  const { link, unlink } = await setUp();

  assert.deepEqual(await link(), [linkedIdentity, linkedIdentity]);
  assert.deepEqual(await unlink(), [linkedIdentity]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada } from '../../testing/accounts.ts';
import { jsonOf } from '../../testing/browser.ts';
import { listOf, manage, refusalOf } from '../../testing/machine.ts';
import { origin, setUpTenant } from '../../testing/tenant.ts';

async function search(q: string, rest = ''): Promise<readonly unknown[]> {
  const tenant = setUpTenant();
  const query = `users?search_engine=v3&q=${encodeURIComponent(q)}${rest}`;
  const response = await manage(tenant, 'read:users', 'GET', query);
  assert.equal(response.status, 200, await response.clone().text());

  return (await listOf(response)).map(({ user_id }) => user_id);
}

const ada1 = 'auth0|1fd9e31003bc63f898467e36';
const adaGoogle = 'google-oauth2|119230946235884572310';
const margaret = 'auth0|a0f79963b45b1036d126bf60';

test('users are found by what people search for when they link', async () => {
  const cases = [
    ['email:"ada@example.com"', [ada1, adaGoogle]],
    ['email:"ADA@example.com"', [ada1, adaGoogle]],
    ['email.raw:"ada@example.com"', [ada1, adaGoogle]],
    [`user_id:"${ada1}"`, [ada1]],
    ['email:"ada@example.com" AND identities.connection:"google-oauth2"', [adaGoogle]],
    ['email:"ada@example.com" AND NOT identities.provider:"auth0"', [adaGoogle]],
    ['email:"ada@example.com" -identities.provider:"auth0"', [adaGoogle]],
    ['identities.profileData.email:"margaret.hamilton@example.org"', [margaret]],
    ['identities.user_id:"194142857838068549071"', [margaret]],
    ['identities.user_id:17952085', ['github|17952085']],
    ['name:"Grace Hopper"', ['auth0|c143d978ad1224013e6318aa', 'github|15551278']],
    ['name:grace*', ['auth0|c143d978ad1224013e6318aa', 'github|15551278']],
    [
      'name:*hopper AND email_verified:true AND _exists_:app_metadata.plan',
      ['auth0|c143d978ad1224013e6318aa'],
    ],
    ['phone_number:"+15555550100"', ['sms|ca3aae46cec3a60e79f962d7']],
    ['user_metadata.theme:"light"', [adaGoogle, 'github|15551278']],
    ['user_metadata.alerts.sms:true', ['sms|ca3aae46cec3a60e79f962d7']],
    ['user_metadata.bookmarks:"/reports/engine"', [ada1]],
    ['app_metadata.roles:"analyst"', [ada1]],
    ['blocked:true', ['auth0|613ce135f0290ca2063954b1']],
    ['logins_count:[100 TO *]', [ada1]],
    ['logins_count:{9 TO 57]', ['auth0|c143d978ad1224013e6318aa']],
    ['logins_count:[9 TO 57}', [adaGoogle]],
    ['created_at:[2021-01-01 TO 2022-01-01]', [margaret]],
    [
      'email:("zoe@example.net" OR "halley@example.com")',
      ['auth0|613ce135f0290ca2063954b1', 'email|669effa60e7d574b8dabc454'],
    ],
    ['(name:"Alan Turing" OR name:"Emmy Noether") AND user_id:github*', ['github|17952085']],
    [
      'email.domain:"acme.example" AND identities.connection:acme-saml',
      ['samlp|acme-saml|katherine.johnson@acme.example'],
    ],
    ['"zoe@example.net"', ['email|669effa60e7d574b8dabc454']],
    ['user_metadata.theme:"LIGHT"', []],
    ['name:Grace', []],
    ['nothing.like:this', []],
  ] as const;

  for (const [query, expected] of cases) {
    assert.deepEqual([...(await search(query))].sort(), [...expected].sort(), query);
  }
});

test('NOT binds before AND, AND before OR, and neighbours are alternatives', async () => {
  assert.deepEqual(
    await search('name:"Alan Turing" OR name:"Ada Lovelace" AND identities.provider:auth0'),
    [ada1, 'google-oauth2|110990568287125574673'],
  );
  assert.equal((await search('name:"Alan Turing" name:"Emmy Noether"')).length, 2);
  assert.equal((await search('*')).length, setUpTenant().state.users.all().length);
});

test('a search that cannot be parsed, or that Auth0 says it does not do, is refused', async () => {
  const tenant = setUpTenant();
  const refused = [
    'email:"unclosed',
    '(name:a',
    'name:a)',
    'name:',
    'AND',
    'name:a AND',
    'name:roam~',
    'name:jakarta^4',
    'name:/joh?n/',
    'logins_count:[1 2]',
    'user_metadata.theme:li*',
    'user_metadata.count:[1 TO 2]',
    'name:*sa',
    `${'('.repeat(5000)}a${')'.repeat(5000)}`,
  ];

  for (const query of refused) {
    const path = `users?q=${encodeURIComponent(query)}`;
    const response = await manage(tenant, 'read:users', 'GET', path);
    assert.equal(response.status, 400, query);
    assert.equal((await jsonOf(response))['errorCode'], 'invalid_query_string', query);
  }
});

test('a page comes bare or with the totals, in the wrapper that the SDKs read', async () => {
  const tenant = setUpTenant();
  const bare = await manage(tenant, 'read:users', 'GET', 'users?per_page=2&page=1');
  const total = tenant.state.users.all().length;
  const wrapped = await jsonOf(
    await manage(tenant, 'read:users', 'GET', 'users?per_page=2&page=1&include_totals=true'),
  );

  assert.equal((await listOf(bare)).length, 2);
  assert.deepEqual(
    { ...wrapped, users: undefined },
    { start: 2, limit: 2, length: 2, users: undefined, total },
  );
});

test('sort orders by a field, and what lacks it comes last', async () => {
  const ascending = await search('logins_count:*', '&sort=logins_count:1');
  const descending = await search('*', '&sort=logins_count:-1');

  assert.deepEqual(ascending.at(-1), ada1);
  assert.deepEqual(descending[0], ada1);
});

test('fields choose what of each user comes', async () => {
  const tenant = setUpTenant();
  const path = 'users?q=blocked:true&fields=user_id,email';
  const some = await listOf(await manage(tenant, 'read:users', 'GET', path));
  const others = await listOf(
    await manage(tenant, 'read:users', 'GET', `${path}&include_fields=false`),
  );

  assert.deepEqual(some, [
    { email: 'halley@example.com', user_id: 'auth0|613ce135f0290ca2063954b1' },
  ]);
  assert.ok(others.every((user) => !('email' in user) && 'identities' in user));
});

test('a linked account is no longer in the list, and its identity is found at its owner', async () => {
  const found = await search('identities.user_id:"11018757187888909"');

  assert.deepEqual(found, [margaret]);
  assert.deepEqual(await search('user_id:"facebook|11018757187888909"'), []);
});

test('a search sees a change at once, and the parameter connection narrows nothing', async () => {
  const tenant = setUpTenant();
  const path = `users?q=${encodeURIComponent('name:"Augusta King"')}`;
  const found = async (query: string) =>
    (await listOf(await manage(tenant, 'read:users', 'GET', query))).map(({ user_id }) => user_id);
  await manage(tenant, 'update:users', 'PATCH', `users/${ada1}`, { name: 'Augusta King' });

  assert.deepEqual(await found(path), [ada1]);
  assert.deepEqual(await found('users?connection=github'), await found('users'));
});

test('each query that Auth0 refuses is refused in its own words', async () => {
  const tenant = setUpTenant();
  const cases = [
    [
      'users?page=10&per_page=100',
      'You can only page through the first 1000 records. See https://auth0.com/docs/users/search/v3/view-search-results-by-page#limitation.',
      'invalid_paging',
    ],
    ['users?search_engine=v1', 'You are not allowed to use search_engine=v1.', undefined],
    [
      'users?search_engine=v2',
      'You are not allowed to use search_engine=v2. Use search_engine=v3 instead.',
      undefined,
    ],
    [
      'users?search_engine=v4',
      "Query validation error: 'No enum match for: v4' on property search_engine (The version of the search engine).",
      undefined,
    ],
    [
      'users?per_page=101',
      "Query validation error: 'Value 101 is greater than maximum 100' on property per_page (Number of results per page.).",
      undefined,
    ],
    [
      'users?page=-1',
      "Query validation error: 'Value -1 is less than minimum 0' on property page (Page index of the results to return. First page is 0.).",
      undefined,
    ],
    [
      'users?page=one',
      "Query validation error: 'Expected type integer but found type string' on property page (Page index of the results to return. First page is 0.).",
      undefined,
    ],
    [
      'users?sort=email',
      "Query validation error: 'String does not match pattern ^[\\w.]+:(1|-1)$: email' on property sort (Field to sort by. Use field:order where order is 1 for ascending and -1 for descending.).",
      undefined,
    ],
    [
      'users?limit=3',
      "Query validation error: 'Additional properties not allowed: limit'.",
      undefined,
    ],
  ] as const;

  for (const [path, message, errorCode] of cases) {
    const response = await manage(tenant, 'read:users', 'GET', path);
    assert.deepEqual(
      await refusalOf(response),
      [400, message, errorCode ?? 'invalid_query_string'],
      path,
    );
  }
});

test('nobody lists users without read:users, and no person can have it', async () => {
  const tenant = setUpTenant();
  const machine = await manage(tenant, 'read:clients', 'GET', 'users');
  const person = await tenant.app.request(`${origin}/api/v2/users`, {
    headers: { authorization: `Bearer ${(await ada(tenant)).accessToken}` },
  });

  for (const response of [machine, person]) {
    assert.deepEqual(await refusalOf(response), [
      403,
      'Insufficient scope, expected any of: read:users',
      'insufficient_scope',
    ]);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';

import { ada } from '../../testing/accounts.ts';
import { Browser, callbackParams, locationOf } from '../../testing/browser.ts';
import { control } from '../../testing/control.ts';
import { origin, setUpTenant } from '../../testing/tenant.ts';
import { pageText, submit } from '../../testing/workbench.ts';

const pages = [
  ['', 'Overview'],
  ['people', 'People'],
  ['inbox', 'Inbox'],
  ['sessions', 'Sessions'],
  ['faults', 'Faults'],
  ['clock', 'Clock'],
  ['requests', 'Requests'],
  ['snapshots', 'Snapshots'],
  ['applications', 'Applications'],
  ['settings', 'Settings'],
] as const;

test('every page has one heading, says where one is, and lets nothing in from elsewhere', async () => {
  const tenant = setUpTenant();
  for (const [path, title] of pages) {
    const response = await tenant.app.request(`${origin}/_tenant/${path}`);
    const text = await response.text();
    const policy = response.headers.get('content-security-policy') ?? '';

    assert.equal(response.status, 200, path);
    assert.equal(text.match(/<h1>/g)?.length, 1);
    assert.ok(text.includes(`<h1>${title}</h1>`), title);
    assert.match(text, /<html lang="en">/);
    assert.match(text, /LOCAL TENANT/);
    assert.equal(text.match(/aria-current="page"/g)?.length, 1);
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe|\*/);
    assert.doesNotMatch(
      text,
      /<script(?! src="\/_tenant\/assets\/)|style="| on[a-z]+="|https:\/\//,
    );
  }
  const bare = await tenant.app.request(`${origin}/_tenant`);
  assert.equal(bare.headers.get('location'), '/_tenant/');
});

test('the overview leads to the application, and asks before everything is reset', async () => {
  const tenant = setUpTenant();
  await submit(tenant, 'faults/switch', { preset: 'link-409' });
  const page = await pageText(tenant, '');

  assert.match(page, /<a class="button" href="http:\/\/localhost:4200\/" target="_blank">/);
  assert.match(page, /popovertarget="reset">Reset the tenant<\/button>/);
  assert.match(page, /<h2 id="reset-title">Reset the tenant\?<\/h2>/);
  assert.match(page, /clock, 1 fault\./);
});

test('people are listed with their pictures, which the tenant draws and the policy lets in', async () => {
  const tenant = setUpTenant();
  const page = await tenant.app.request(`${origin}/_tenant/people`);
  const source = /<img\s+src="([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&');

  assert.match(page.headers.get('content-security-policy') ?? '', /img-src 'self' data:;/);
  assert.equal((await tenant.app.request(`${origin}${source}`)).status, 200);
});

test('a name is shown with few marks, and reorders nothing that stands beside it', async () => {
  const tenant = setUpTenant();
  const piled = `Z${'\u0301'.repeat(78)}oe`;
  const name = `${piled} \u202EkcaB`;
  await control(tenant, 'POST', '/users', { connection: 'github', name });
  const people = await pageText(tenant, 'people?q=oe');
  const browser = new Browser(tenant);
  const provider = await browser.send(
    locationOf(await browser.authorize({ connection: 'github' })),
  );

  for (const page of [people, await provider.text()]) {
    assert.match(page, /Z\u0301{3}oe kcaB/);
    assert.doesNotMatch(page, /\u0301{4}|\u202E/);
  }
});

test('a long name is cut to a line or two, and no picture in two', async () => {
  const tenant = setUpTenant();
  const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}';
  const names = ['y'.repeat(140), `${'z'.repeat(78)}${family} at home`, 'w'.repeat(80)];
  for (const name of names) await control(tenant, 'POST', '/users', { connection: 'github', name });
  const browser = new Browser(tenant);
  const provider = await browser.send(
    locationOf(await browser.authorize({ connection: 'github' })),
  );
  const page = await provider.text();

  assert.match(page, /(?<!y)y{80}…/);
  assert.match(page, /(?<!z)z{78}…/);
  assert.match(page, /(?<!w)w{80}(?!…)/);
  for (const each of [page, await pageText(tenant, 'people?q=yyy')]) {
    assert.doesNotMatch(each, /(?<!value=")y{81}/);
  }
});

test('what people typed is shown as text and never as HTML', async () => {
  const tenant = setUpTenant();
  const evil = '<img src=x onerror=alert(1)>';
  await control(tenant, 'POST', '/users', {
    connection: 'github',
    email: 'evil@example.com',
    name: evil,
    user_metadata: { theme: evil },
  });
  await tenant.app.request(`${origin}/u/${encodeURIComponent(evil)}`);
  await control(tenant, 'POST', '/faults', { match: { path: `/${evil}` }, then: { body: evil } });
  for (const [path] of pages) {
    assert.ok(
      !(await pageText(tenant, `${path}?q=${encodeURIComponent(evil)}`)).includes(evil),
      path,
    );
  }
});

test('SEC-54: a form without the token of this tenant, or from elsewhere, changes nothing', async () => {
  const tenant = setUpTenant();
  const move = { seconds: '3600' };

  assert.equal((await submit(tenant, 'clock/move', { ...move, form_token: 'guess' })).status, 403);
  assert.equal(
    (await submit(tenant, 'clock/move', move, { origin: 'http://evil.example' })).status,
    403,
  );
  assert.equal(
    (await submit(tenant, 'clock/move', move, { origin: 'http://localhost:4200' })).status,
    403,
  );
  assert.equal(tenant.state.control.clock.offsetMs, 0);
  assert.equal((await submit(tenant, 'clock/move', move)).status, 303);
  assert.equal(tenant.state.control.clock.offsetMs, 3_600_000);
});

test('a form leads back to its page, which says once what was done', async () => {
  const tenant = setUpTenant();
  const response = await submit(tenant, 'faults/switch', { preset: 'link-409' });
  const location = response.headers.get('location') ?? '';

  assert.equal(response.status, 303);
  assert.match(location, /^\/_tenant\/faults\?notice=/);
  const path = location.slice('/_tenant/'.length);
  assert.match(await pageText(tenant, path), /role="status"[^>]*>On: Link: already linked/);
  assert.doesNotMatch(await pageText(tenant, path), /On: Link: already linked/);
  assert.doesNotMatch(await pageText(tenant, 'faults?notice=Hello'), /Hello/);
});

test('what was wrong with a form stands above it, with what was typed', async () => {
  const tenant = setUpTenant();
  const response = await submit(tenant, 'people/create', {
    connection: 'sms',
    phone_number: '12',
    name: 'Half done',
  });
  const text = await response.text();

  assert.equal(response.status, 400);
  assert.match(text, /role="alert">phone_number must be a number such as/);
  assert.match(text, /value="Half done"/);
});

test('people are made, filled in, blocked, verified, linked, unlinked and deleted by form', async () => {
  const tenant = setUpTenant();
  const { users } = tenant.state;
  const { id } = await ada(tenant);
  const filled = await (await submit(tenant, 'people/fill', { connection: 'github' })).text();
  assert.match(filled, /value="[a-z]+\.[a-z]+\.\d{5}@example\.net"/);

  await submit(tenant, 'people/create', { connection: 'github', email: 'new@example.com' });
  const made = users.findByEmail('github', 'new@example.com')?.user;
  assert.equal(made?.identities[0].profile.email_verified, false);
  const own = { user_id: made.user_id };
  await submit(tenant, 'people/verify', {
    ...own,
    identity: made.user_id,
    claim: 'email',
    verified: 'yes',
  });
  assert.equal(users.get(made.user_id)?.identities[0].profile.email_verified, true);
  await submit(tenant, 'people/block', { ...own, blocked: 'yes' });
  assert.equal(users.get(made.user_id)?.blocked, true);
  assert.match(await pageText(tenant, 'people?q=new@example.com'), />Blocked</);
  await submit(tenant, 'people/link', { user_id: id, secondary: made.user_id });
  assert.equal(users.get(id)?.identities.length, 2);
  await submit(tenant, 'people/unlink', { user_id: id, identity: made.user_id });
  assert.equal(users.get(id)?.identities.length, 1);
  await submit(tenant, 'people/delete', own);
  assert.equal(users.get(made.user_id), undefined);
});

test('people are found by name, address, number, id and connection, twenty to a page', async () => {
  const tenant = setUpTenant();
  for (const search of ['lovelace', 'ADA@example', '+1555555', 'auth0|1fd9', 'acme-saml']) {
    const text = await pageText(tenant, `people?q=${encodeURIComponent(search)}`);
    assert.match(text, /<h2>/, search);
    assert.doesNotMatch(text, /Grace Hopper/, search);
  }
  for (let index = 0; index < 30; index += 1) {
    await control(tenant, 'POST', '/users', { connection: 'github', fill: true });
  }
  assert.match(await pageText(tenant, 'people'), /Page 1 of 3/);
  assert.match(await pageText(tenant, 'people?page=2'), /Page 3 of 3/);
});

test('a browser is signed in by form, and the session is shown and can be ended', async () => {
  const tenant = setUpTenant();
  const { id } = await ada(tenant);
  await control(tenant, 'DELETE', '/sessions');
  const browser = new Browser(tenant);
  await browser.submit('/_tenant/sessions/start', {
    form_token: tenant.state.control.formToken,
    identity: id,
  });
  assert.ok(callbackParams(await browser.authorize({ prompt: 'none' })).has('code'));
  const page = await (await browser.send('/_tenant/sessions')).text();
  assert.match(page, /This browser/);
  const handle = /name="id" value="([0-9a-f]{12})"/.exec(page)?.[1] ?? '';
  await submit(tenant, 'sessions/expire', { id: handle });
  assert.match(await pageText(tenant, 'sessions'), /Nobody is signed in/);
});

test('a part that is live answers when there is something new, and only then', async () => {
  const tenant = setUpTenant();
  const { inbox } = tenant.state;
  const known = inbox.changes.count;
  const waiting = tenant.app.request(`${origin}/_tenant/inbox/live?to=&version=${known}`);
  inbox.deliver({ to: '+15555550100', channel: 'sms', code: '123456', at: '2026-11-20T10:00:00Z' });
  const response = await waiting;

  assert.equal(response.headers.get('x-version'), String(known + 1));
  assert.match(await response.text(), /<output[^>]*>123456</);
  const again = tenant.app.request(`${origin}/_tenant/inbox/live?version=${known + 1}`);
  await setImmediate();
  inbox.release();
  assert.equal((await again).status, 204);
});

test('the log is shown with what fired, filtered, and with tokens decoded', async () => {
  const tenant = setUpTenant();
  await submit(tenant, 'faults/switch', { preset: 'management-429' });
  await tenant.app.request(`${origin}/api/v2/users/auth0%7C1`);
  await control(tenant, 'DELETE', '/faults');
  await ada(tenant);

  assert.match(await pageText(tenant, 'requests'), /Token in the answer/);
  assert.doesNotMatch(await pageText(tenant, 'requests'), /eyJ|ada@example\.com/);
  const faulty = await pageText(tenant, 'requests?faulty=on');
  assert.match(faulty, /management-429/);
  assert.doesNotMatch(faulty, /\/oauth\/token/);
  assert.match(await pageText(tenant, 'requests?q=post+token+200'), /\/oauth\/token/);
  await submit(tenant, 'requests/clear', {});
  assert.match(await pageText(tenant, 'requests'), /No requests yet/);
});

test('snapshots are saved, restored, deleted and read from a file by form', async () => {
  const tenant = setUpTenant();
  const { id } = await ada(tenant);
  await submit(tenant, 'snapshots/save', { name: 'Before' });
  const file = await (await control(tenant, 'GET', '/snapshot')).text();
  await submit(tenant, 'people/delete', { user_id: id });
  await submit(tenant, 'snapshots/restore', { name: 'Before' });
  assert.ok(tenant.state.users.get(id));
  await submit(tenant, 'snapshots/delete', { name: 'Before' });
  assert.match(await pageText(tenant, 'snapshots'), /No snapshot yet/);

  await submit(tenant, 'people/delete', { user_id: id });
  const upload = async (text: string) => {
    const body = new FormData();
    body.set('form_token', tenant.state.control.formToken);
    body.set('file', new File([text], 'state.json', { type: 'application/json' }));

    return tenant.app.request(`${origin}/_tenant/snapshots/import`, {
      method: 'POST',
      headers: { origin },
      body,
    });
  };
  assert.match(await (await upload('no JSON')).text(), /Choose a file that holds a snapshot/);
  assert.match(await (await upload('{}')).text(), /snapshot\.version must be 1/);
  assert.equal((await upload(file)).status, 303);
  assert.ok(tenant.state.users.get(id));
});

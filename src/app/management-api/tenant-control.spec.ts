import { HttpClient, provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import { TenantControl } from './tenant-control';
import { TENANT_HTTP } from './tenant-http';

const origin = 'http://localhost:4400';
const ada = {
  user_id: 'auth0|ada',
  email: 'ada@example.com',
  identities: [{ connection: 'Users', provider: 'auth0', user_id: 'ada' }],
  user_metadata: { theme: 'dark' },
};

function setUp(tenantOrigin = origin) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: TENANT_HTTP, useExisting: HttpClient },
      { provide: LIGATURE_CONFIG, useValue: { tenant: { origin: tenantOrigin } } },
    ],
  });
  const requests = TestBed.inject(HttpTestingController);

  return {
    control: TestBed.inject(TenantControl),
    requests,
    answer: (path: string, json: object, status = 200) =>
      requests.expectOne(`${origin}/_tenant/api${path}`).flush(json, { status, statusText: 'x' }),
  };
}

describe('TenantControl', () => {
  it('asks no tenant that is elsewhere whether it can be controlled', async () => {
    const { control, requests } = setUp('https://acme.eu.auth0.com');

    await expect(control.find()).resolves.toBe('none');
    requests.verify();
  });

  it.each([
    ['there', (request: TestRequest) => request.flush({})],
    ['none', (request: TestRequest) => request.flush('', { status: 404, statusText: 'x' })],
    ['silent', (request: TestRequest) => request.error(new ProgressEvent('error'))],
  ] as const)(
    'tells a tenant without one from one that this page may not read: %s',
    async (presence, answer) => {
      const { control, requests } = setUp();
      const found = control.find();
      answer(requests.expectOne(`${origin}/_tenant/api/health`));

      await expect(found).resolves.toBe(presence);
    },
  );

  it('gives everybody’s accounts whole, by their ids', async () => {
    const { control, answer } = setUp();
    const poisoned = JSON.parse('{"user_id":"sms|1","__proto__":{"a":1}}') as object;
    const everybody = control.everybody();
    answer('/users', [ada, poisoned]);

    const found = await everybody;
    expect([...found.keys()]).toEqual(['auth0|ada', 'sms|1']);
    expect(JSON.stringify(found.get('sms|1'))).toBe(JSON.stringify(poisoned));
  });

  it('gives the account of whoever has been made', async () => {
    const { control, answer } = setUp();
    const made = control.addPerson({ connection: 'Users', user_metadata: {} });
    answer('/users', ada, 201);

    await expect(made).resolves.toMatchObject({ userId: 'auth0|ada' });
  });

  it('knows an account that is not there from one that cannot be read', async () => {
    const { control, answer } = setUp();
    const gone = control.account('auth0|gone');
    answer('/users/auth0%7Cgone', {}, 404);
    await expect(gone).resolves.toBeUndefined();
    const broken = control.account('auth0|ada');
    answer('/users/auth0%7Cada', {}, 500);

    await expect(broken).rejects.toMatchObject({ status: 500 });
  });

  it.each([
    ['the newest code', [{ code: '2' }, { code: '1' }], '2'],
    ['nothing of a link', [{ link: 'https://x' }], ''],
    ['nothing where no message came', [], ''],
  ])('reads %s', async (_what, messages, expected) => {
    const { control, answer } = setUp();
    const code = control.codeFor('+15555550100');
    answer('/inbox?to=%2B15555550100&wait=5', messages);

    await expect(code).resolves.toBe(expected);
  });

  it.each([
    ['link-409', 2],
    ['no such fault', 0],
  ])('counts how often %s has happened', async (name, expected) => {
    const { control, answer } = setUp();
    const fired = control.timesFired(name);
    answer('/faults/presets', [{ name: 'link-409', fired: 2, on: true }]);

    await expect(fired).resolves.toBe(expected);
  });

  it.each<[string, string, (control: TenantControl) => Promise<unknown>, string]>([
    ['users', '/users', (control) => control.everybody(), ''],
    ['messages', '/inbox?to=x&wait=5', (control) => control.codeFor('x'), '0.code'],
    ['faults', '/faults/presets', (control) => control.timesFired('x'), '0.name'],
  ])('names what is wrong with an answer about %s', async (_what, path, ask, field) => {
    const { control, answer } = setUp();
    const asked = ask(control);
    answer(path, field === '' ? {} : [{ code: 1, fired: 1 }]);

    await expect(asked).rejects.toMatchObject({ code: 'unreadable', path: field });
  });
});

import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { of, throwError, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import { PrimarySession } from '../session/primary/primary-session';
import { SecondarySession } from '../session/secondary/client/secondary-session';
import { SessionError } from '../session/tokens/session-error';
import { bearerInterceptor } from './interceptors/bearer-interceptor';
import { timeoutInterceptor } from './interceptors/timeout-interceptor';
import { ManagementApiService } from './management-api-service';
import { TENANT_HTTP } from './tenant-http';

const origin = 'https://acme.example';
const base = `${origin}/api/v2/`;
const password = { connection: 'Users', provider: 'auth0', user_id: 'ada' };
const google = { provider: 'google-oauth2', userId: '115', connection: 'google', profile: {} };
const second = new SecondarySession({ idToken: 'e30.e30.id', accessToken: 'second' }, 0);

function setUp(accessToken: () => Observable<string> = () => of('first')) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([bearerInterceptor, timeoutInterceptor])),
      provideHttpClientTesting(),
      { provide: TENANT_HTTP, useExisting: HttpClient },
      { provide: LIGATURE_CONFIG, useValue: { tenant: { origin, audience: base } } },
      { provide: PrimarySession, useValue: { accessToken } },
    ],
  });
  const controller = TestBed.inject(HttpTestingController);

  return { api: TestBed.inject(ManagementApiService), controller };
}

function watch<Value>(source: Observable<Value>) {
  const [next, error] = [jest.fn<unknown, [Value]>(), jest.fn()];
  source.subscribe({ next, error });

  return { next, error };
}

afterEach(() => jest.useRealTimers());

describe('readAccount', () => {
  it('asks once, as the first person', () => {
    const { api, controller } = setUp();
    const { next } = watch(api.readAccount('auth0|ada'));
    const asked = controller.expectOne({ method: 'GET', url: `${base}users/auth0%7Cada` });
    asked.flush({ user_id: 'auth0|ada', identities: [password] });
    controller.verify();

    expect(asked.request.headers.get('Authorization')).toBe('Bearer first');
    expect(next).toHaveBeenCalledWith(expect.objectContaining({ userId: 'auth0|ada' }));
  });

  it('asks about the second account as the second person', () => {
    const { api, controller } = setUp();
    watch(api.readAccount('google-oauth2|115', second));
    const { request } = controller.expectOne(`${base}users/google-oauth2%7C115`);

    expect(request.headers.get('Authorization')).toBe('Bearer second');
  });

  it('names why it could not be read', () => {
    const { api, controller } = setUp();
    const { error } = watch(api.readAccount('auth0|ada'));
    controller.expectOne(() => true).flush('no', { status: 404, statusText: 'Not Found' });

    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: 'not-found' }));
  });

  it('does not pass on an answer that it cannot read', () => {
    const { api, controller } = setUp();
    const { next, error } = watch(api.readAccount('auth0|ada'));
    controller.expectOne(() => true).flush({ user_id: 'auth0|ada', identities: [] });

    expect(next).not.toHaveBeenCalled();
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: 'unreadable' }));
  });

  it('gives up after 20 seconds', () => {
    jest.useFakeTimers();
    const { api, controller } = setUp();
    const { error } = watch(api.readAccount('auth0|ada'));
    const asked = controller.expectOne(() => true);
    jest.advanceTimersByTime(20_000);

    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: 'unreachable' }));
    expect(asked.cancelled).toBe(true);
  });
});

describe('linkIdentity', () => {
  it('posts the second ID token and nothing else, once, as the first person', () => {
    const { api, controller } = setUp();
    const { next } = watch(api.linkIdentity('auth0|ada', 'e30.e30.id'));
    const url = `${base}users/auth0%7Cada/identities`;
    const asked = controller.expectOne({ method: 'POST', url });
    asked.flush([password]);
    controller.verify();

    expect(asked.request.body).toEqual({ link_with: 'e30.e30.id' });
    expect(asked.request.headers.get('Authorization')).toBe('Bearer first');
    expect(next).toHaveBeenCalledWith(expect.objectContaining({ outcome: 'ok' }));
  });

  it('sends nothing when the first session has ended, and knows that it did not', () => {
    const { api, controller } = setUp(() => throwError(() => new SessionError('signed-out')));
    const { next } = watch(api.linkIdentity('auth0|ada', 'e30.e30.id'));
    controller.verify();

    expect(next).toHaveBeenCalledWith(
      expect.objectContaining({
        reason: expect.objectContaining({ code: 'signed-out' }) as unknown,
      }),
    );
    expect(next).not.toHaveBeenCalledWith(expect.objectContaining({ outcome: 'unknown' }));
  });
});

describe('writeSettings', () => {
  it('patches the root keys that change and nothing else, once, in the name it is given', () => {
    const { api, controller } = setUp();
    const changes = new Map([
      ['theme', 'dark'],
      ['old', null],
    ]);
    const { next } = watch(api.writeSettings('google-oauth2|115', changes, second));
    const asked = controller.expectOne({
      method: 'PATCH',
      url: `${base}users/google-oauth2%7C115`,
    });
    asked.flush({ user_id: 'google-oauth2|115', identities: [password] });
    controller.verify();

    expect(asked.request.body).toEqual({ user_metadata: { theme: 'dark', old: null } });
    expect(asked.request.headers.get('Authorization')).toBe('Bearer second');
    expect(next).toHaveBeenCalledWith(expect.objectContaining({ outcome: 'ok' }));
  });

  it('SEC-45: never sends an empty object, which the tenant would take for a wish to delete everything', () => {
    const { api } = setUp();

    expect(() => api.writeSettings('auth0|ada', new Map())).toThrow();
  });
});

describe('unlinkIdentity', () => {
  it.each([
    ['google-oauth2', '115', 'google-oauth2/115'],
    ['samlp', 'acme|ada', 'samlp/acme%7Cada'],
  ])('deletes %s %s once, as the first person', (provider, userId, path) => {
    const { api, controller } = setUp();
    const { next } = watch(api.unlinkIdentity('auth0|ada', { ...google, provider, userId }));
    const url = `${base}users/auth0%7Cada/identities/${path}`;
    const asked = controller.expectOne({ method: 'DELETE', url });
    asked.flush([password]);
    controller.verify();

    expect(asked.request.body).toBeNull();
    expect(asked.request.headers.get('Authorization')).toBe('Bearer first');
    expect(next).toHaveBeenCalledWith(expect.objectContaining({ outcome: 'ok' }));
  });
});

type Write = (
  api: ManagementApiService,
  userId: string,
  bearer?: SecondarySession,
) => Observable<unknown>;

const writes: [string, Write][] = [
  ['link', (api, userId, bearer) => api.linkIdentity(userId, 'e30.e30.id', bearer)],
  [
    'change of settings',
    (api, userId, bearer) => api.writeSettings(userId, new Map([['theme', 'dark']]), bearer),
  ],
  ['unlink', (api, userId, bearer) => api.unlinkIdentity(userId, { ...google, userId }, bearer)],
];

describe.each(writes)('a %s', (_name, write) => {
  it.each<[string, string | null | [], number]>([
    ['an empty body', null, 200],
    ['a page', '<html>', 200],
    ['no method at all', [], 200],
    ['a failure of the tenant', 'x', 503],
  ])('is neither done nor failed after %s', (_case, body, status) => {
    const { api, controller } = setUp();
    const { next, error } = watch(write(api, 'auth0|ada'));
    controller.expectOne(() => true).flush(body, { status, statusText: 'x' });
    controller.verify();

    expect(next).toHaveBeenCalledWith(expect.objectContaining({ outcome: 'unknown' }));
    expect(error).not.toHaveBeenCalled();
  });

  it('is neither done nor failed after 20 seconds without an answer', () => {
    jest.useFakeTimers();
    const { api, controller } = setUp();
    const { next } = watch(write(api, 'auth0|ada'));
    controller.expectOne(() => true);
    jest.advanceTimersByTime(19_999);
    expect(next).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);

    expect(next).toHaveBeenCalledWith(expect.objectContaining({ outcome: 'unknown' }));
  });

  it('is neither done nor failed when the connection breaks', () => {
    const { api, controller } = setUp();
    const { next } = watch(write(api, 'auth0|ada'));
    controller.expectOne(() => true).error(new ProgressEvent('error'));

    expect(next).toHaveBeenCalledWith(expect.objectContaining({ outcome: 'unknown' }));
  });
});

const read: Write = (api, userId, bearer) => api.readAccount(userId, bearer);
const requests: [string, Write][] = [['read', read], ...writes];

describe.each(requests)('a %s whose sign-in the tenant does not take', (name, request) => {
  it.each<[string, SecondarySession | undefined]>([
    ['signed-out', undefined],
    ['second-signed-out', second],
  ])('says whose: %s', (code, bearer) => {
    const { api, controller } = setUp();
    const { next, error } = watch(request(api, 'auth0|ada', bearer));
    controller.expectOne(() => true).flush('no', { status: 401, statusText: 'Unauthorized' });

    // A read throws its reason, and a write tells it.
    expect([next, error].flatMap(({ mock }) => mock.calls.flat() as unknown[])).toEqual([
      expect.objectContaining(
        name === 'read' ? { code } : { reason: expect.objectContaining({ code }) as unknown },
      ),
    ]);
  });
});

describe.each(requests)('the address of a %s', (_name, request) => {
  it.each(['auth0|a/../../clients', 'x|?y', 'x|#', 'x|%2e%2e', 'x|a\\b', 'x|\u202E', 'x|a b;c'])(
    'SEC-34: stays below the users when an id is %s',
    (userId) => {
      const { api, controller } = setUp();
      watch(request(api, userId));
      const { url } = controller.expectOne(() => true).request;
      const { origin, pathname, search, hash } = new URL(url);
      const [users, id] = pathname.split('/').slice(3);

      expect(origin).toBe('https://acme.example');
      expect([users, decodeURIComponent(id ?? '')]).toEqual(['users', userId]);
      expect([search, hash]).toEqual(['', '']);
    },
  );
});

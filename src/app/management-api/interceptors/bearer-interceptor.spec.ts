import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { of, throwError } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { SessionError } from '../../session/tokens/session-error';
import { inTheNameOf } from './bearer';
import { bearerInterceptor } from './bearer-interceptor';

const audience = 'https://acme.example/api/v2/';

function setUp(accessToken = jest.fn(() => of('secret'))) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([bearerInterceptor])),
      provideHttpClientTesting(),
      { provide: LIGATURE_CONFIG, useValue: { tenant: { audience } } },
    ],
  });

  return {
    accessToken,
    http: TestBed.inject(HttpClient),
    controller: TestBed.inject(HttpTestingController),
    inSomebodysName: inTheNameOf({ accessToken }),
  };
}

/** What the `Authorization` header of a request to an address would be. */
function authorizationFor(address: string) {
  const { accessToken, http, controller, inSomebodysName } = setUp();
  http.get(address, inSomebodysName).subscribe();
  const { request } = controller.expectOne(() => true);

  return { accessToken, authorization: request.headers.get('Authorization') };
}

describe('bearerInterceptor', () => {
  it.each([
    'https://acme.example/api/v2/users/auth0%7Cada',
    'https://acme.example/api/v2/',
    'https://acme.example:443/api/v2/users',
    'https://ACME.example/api/v2/users',
    'https://acme.example/api/v2/users/x/../y',
    'https://acme.example/api/v2/users?fields=identities#x',
  ])('adds the token to %s', (address) => {
    expect(authorizationFor(address).authorization).toBe('Bearer secret');
  });

  it.each([
    ['a host that begins like the tenant’s', 'https://acme.example.evil.com/api/v2/users'],
    ['a host that ends like the tenant’s', 'https://evil-acme.example/api/v2/users'],
    ['a host below the tenant’s', 'https://x.acme.example/api/v2/users'],
    ['the tenant as user name', 'https://acme.example@evil.com/api/v2/users'],
    ['the tenant before a backslash', 'https://evil.com\\@acme.example/api/v2/users'],
    ['the tenant in the path', 'https://evil.com/https://acme.example/api/v2/users'],
    ['the tenant in the query', 'https://evil.com/?https://acme.example/api/v2/users'],
    ['an IDN look-alike', 'https://аcme.example/api/v2/users'],
    ['no encryption', 'http://acme.example/api/v2/users'],
    ['another port', 'https://acme.example:8443/api/v2/users'],
    ['another scheme', 'ftp://acme.example/api/v2/users'],
    ['a user name', 'https://someone@acme.example/api/v2/users'],
    ['another API', 'https://acme.example/userinfo'],
    ['a path that begins like the API’s', 'https://acme.example/api/v2x/users'],
    ['the API’s path without its end', 'https://acme.example/api/v2'],
    ['the API’s path in another case', 'https://acme.example/API/v2/users'],
    ['a way out of the API', 'https://acme.example/api/v2/../../userinfo'],
    ['an encoded way out of the API', 'https://acme.example/api/v2/%2e%2e/%2E%2E/userinfo'],
    ['a path of this page', '/api/v2/users'],
    ['a host of this page’s scheme', '//acme.example/api/v2/users'],
    ['a relative path', 'users'],
    ['nothing', ''],
  ])('SEC-35: adds no token to an address with %s', (_case, address) => {
    const { accessToken, authorization } = authorizationFor(address);

    expect(authorization).toBeNull();
    expect(accessToken).not.toHaveBeenCalled();
  });

  it('adds no token to a request that is made in nobody’s name', () => {
    const { http, controller } = setUp();
    http.get(`${audience}users`).subscribe();

    expect(controller.expectOne(() => true).request.headers.has('Authorization')).toBe(false);
  });

  it('uses the token of the person who asks, and of nobody else', () => {
    const { http, controller, inSomebodysName } = setUp();
    http.get(`${audience}users/1`, inSomebodysName).subscribe();
    http.get(`${audience}users/2`, inTheNameOf({ accessToken: () => of('other') })).subscribe();

    const tokens = controller
      .match(() => true)
      .map(({ request }) => request.headers.get('Authorization'));
    expect(tokens).toEqual(['Bearer secret', 'Bearer other']);
  });

  it('sends nothing when the session has ended', () => {
    const ended = jest.fn(() => throwError(() => new SessionError('signed-out')));
    const { http, controller, inSomebodysName } = setUp(ended);
    const error = jest.fn();
    http.get(`${audience}users`, inSomebodysName).subscribe({ error });

    expect(error).toHaveBeenCalledWith(expect.any(SessionError));
    controller.expectNone(() => true);
  });

  it.each([new TypeError('Failed to fetch'), new Error('x'), 'x'])(
    'says that nothing was sent, whatever kept it from having a token: %s',
    (cause) => {
      const { http, controller, inSomebodysName } = setUp(jest.fn(() => throwError(() => cause)));
      const error = jest.fn();
      http.post(`${audience}users`, {}, inSomebodysName).subscribe({ error });

      expect(error).toHaveBeenCalledWith(expect.any(SessionError));
      controller.expectNone(() => true);
    },
  );

  it('leaves what went wrong after sending as it is', () => {
    const { http, controller, inSomebodysName } = setUp();
    const error = jest.fn();
    http.post(`${audience}users`, {}, inSomebodysName).subscribe({ error });
    controller.expectOne(() => true).error(new ProgressEvent('error'));

    expect(error).not.toHaveBeenCalledWith(expect.any(SessionError));
  });
});

import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { appConfig } from '../../app.config';
import { configIn } from '../../config/config-in-language';
import { parseConfig } from '../../config/parse-config';

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2ln';
const secrets = [token, 'ada@example.com', 'ada%40example.com', 'ada', '+15555550100', 'sesame'];

/** What the console says of an error that reaches the application's own handler. */
function said(error: unknown): string {
  const console_ = jest.spyOn(console, 'error').mockImplementation();
  const result = parseConfig(
    JSON.stringify({
      tenant: {
        domain: 'https://acme.example',
        clientId: 'client',
        audience: 'https://acme.example/api/v2/',
      },
      connections: [{ name: 'google-oauth2', strategy: 'google-oauth2', label: 'Google' }],
    }),
  );
  if (!result.ok) throw new Error('the configuration of this test is broken');
  TestBed.configureTestingModule({
    providers: appConfig(configIn(result.config, 'en'), 0).providers,
  });
  TestBed.inject(ErrorHandler).handleError(error);
  const words = console_.mock.calls.flat();
  console_.mockRestore();
  expect(words).toEqual([expect.any(String)]);

  return String(words[0]);
}

describe('what the console says of an error that nobody foresaw', () => {
  it.each<[string, unknown]>([
    [
      'a request that failed',
      new HttpErrorResponse({
        url: 'https://acme.example/api/v2/users/auth0%7Cada/identities?q=ada%40example.com',
        status: 400,
        headers: new HttpHeaders({ Authorization: `Bearer ${token}` }),
        error: { message: `link_with ${token} of ada@example.com` },
      }),
    ],
    [
      'an error of the SDK',
      new Error(`auth0|ada, ada@example.com, +15555550100, ?code=sesame&state=sesame, ${token}`),
    ],
    ['an object', { message: `ada@example.com ${token}`, link_with: token }],
    ['a text', `ada@example.com ${token}`],
  ])('SEC-37: holds no secret and nobody’s name: %s', (_case, error) => {
    const words = said(error);

    // Compared as booleans, so that a failure prints nothing of what was found.
    expect(secrets.some((secret) => words.includes(secret))).toBe(false);
    expect(words).not.toBe('');
  });

  it('says what happened, and where', () => {
    expect(said(new RangeError('too deep'))).toMatch(/RangeError: too deep\n +at /);
  });
});

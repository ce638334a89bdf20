import { HttpErrorResponse } from '@angular/common/http';
import { firstValueFrom, Observable, of, throwError } from 'rxjs';

import { SessionError } from '../session/tokens/session-error';
import { UnreadableAnswerError } from './parse-answer';
import { writeOutcome } from './write-outcome';

const tenant = 'https://acme.example';

/** A browser with or without a network, and a tenant that answers it or does not. */
function setUp(request: Observable<string>, { online = true, answers = false } = {}) {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(online);
  const fetched = jest.fn<Promise<object>, [string]>(() =>
    answers ? Promise.resolve({}) : Promise.reject(new TypeError('Failed to fetch')),
  );
  Object.assign(globalThis, { fetch: fetched });

  return firstValueFrom(writeOutcome({ tenant, asked: 'first' }, request));
}

const status = (code: number) => new HttpErrorResponse({ status: code });
const badJson = new HttpErrorResponse({
  status: 200,
  error: { error: new SyntaxError('Unexpected token <'), text: '<html>' },
});

afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, 'fetch');
});

describe('writeOutcome', () => {
  it('is ok with what the tenant answered', async () => {
    await expect(setUp(of('linked'))).resolves.toEqual({ outcome: 'ok', value: 'linked' });
  });

  it.each<[string, unknown, string, string]>([
    [
      'status 0, which is a name not found, a connection reset or CORS',
      status(0),
      'unknown',
      'unreachable',
    ],
    ['status 400', status(400), 'refused', 'rejected'],
    ['status 401', status(401), 'refused', 'signed-out'],
    ['status 403', status(403), 'refused', 'forbidden'],
    ['status 404', status(404), 'refused', 'not-found'],
    ['status 409', status(409), 'refused', 'conflict'],
    ['status 413', status(413), 'refused', 'rejected'],
    ['status 429', status(429), 'refused', 'busy'],
    ['status 500', status(500), 'unknown', 'tenant-error'],
    ['status 502', status(502), 'unknown', 'tenant-error'],
    ['status 503', status(503), 'unknown', 'tenant-error'],
    ['status 504', status(504), 'unknown', 'tenant-error'],
    ['a good status with bad JSON', badJson, 'unknown', 'unreadable'],
    ['an answer of another shape', new UnreadableAnswerError(''), 'unknown', 'unreadable'],
    ['a session that has ended', new SessionError('signed-out'), 'refused', 'signed-out'],
    ['a token that cannot be fetched now', new SessionError('offline'), 'refused', 'offline'],
  ])('REL-36: judges %s', async (_case, cause, outcome, code) => {
    const written = setUp(throwError(() => cause));

    await expect(written).resolves.toMatchObject({ outcome, reason: { code } });
  });

  it('REL-36: sends nothing while the browser is offline', async () => {
    const send = jest.fn();
    const written = setUp(new Observable<string>(send), { online: false });

    await expect(written).resolves.toMatchObject({
      outcome: 'notSent',
      reason: { code: 'offline' },
    });
    expect(send).not.toHaveBeenCalled();
  });

  it('sends where a tenant on the same machine answers a browser that calls itself offline', async () => {
    const written = setUp(of('linked'), { online: false, answers: true });

    await expect(written).resolves.toEqual({ outcome: 'ok', value: 'linked' });
  });
});

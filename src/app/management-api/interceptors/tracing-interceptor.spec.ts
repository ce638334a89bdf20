import { HttpClient, HttpParams, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';

import { Trace } from '../../trace/trace';
import { TRACE_IS_ON } from '../../trace/trace-settings';
import { tracingInterceptor } from './tracing-interceptor';

const address = 'https://acme.eu.auth0.com/api/v2/users/auth0%7Cada/identities';

const linkWith: unknown = { link_with: 'eyJhbGciOi.secret.token' };

function setUp({ isOn = true, body = linkWith } = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([tracingInterceptor])),
      provideHttpClientTesting(),
      { provide: TRACE_IS_ON, useValue: isOn },
    ],
  });
  const posted = firstValueFrom(TestBed.inject(HttpClient).post(address, body)).catch(
    () => undefined,
  );

  return {
    trace: TestBed.inject(Trace),
    answer: async (status: number, headers: Record<string, string> = {}) => {
      TestBed.inject(HttpTestingController)
        .expectOne(address)
        .flush([], { status, statusText: 'x', headers });
      await posted;
    },
  };
}

describe('tracingInterceptor', () => {
  it('SEC-37: tells where a request went and how it ended, and nothing that it carried', async () => {
    const { trace, answer } = setUp();
    await answer(201, { 'x-ratelimit-remaining': '9' });

    expect(trace.entries()).toMatchObject([
      {
        event: {
          kind: 'request',
          method: 'POST',
          path: '/api/v2/users/{id}/identities',
          format: 'json',
          sends: [{ name: 'link_with', isText: true }],
          status: 201,
          remaining: 9,
        },
      },
    ]);
    expect(JSON.stringify(trace.entries())).not.toContain('secret');
  });

  it.each<[string, unknown, object]>([
    [
      'which fields of a body are texts',
      { user_metadata: { theme: 'dark' }, times: 2, name: 'Ada' },
      {
        format: 'json',
        sends: [
          { name: 'user_metadata', isText: false },
          { name: 'times', isText: false },
          { name: 'name', isText: true },
        ],
      },
    ],
    [
      'the fields of a form',
      new HttpParams({ fromObject: { grant_type: 'refresh_token', refresh_token: 'secret' } }),
      {
        format: 'form',
        sends: [
          { name: 'grant_type', isText: true },
          { name: 'refresh_token', isText: true },
        ],
      },
    ],
    ['that there is nothing in a body', {}, { sends: [] }],
    ['that there is no body', null, { sends: [] }],
  ])('tells %s', async (_case, body, seen) => {
    const { trace, answer } = setUp({ body });
    await answer(200);

    const [entry] = trace.entries();
    expect(entry?.event).toMatchObject(seen);
    expect(Object.hasOwn(entry?.event ?? {}, 'format')).toBe(Object.hasOwn(seen, 'format'));
    expect(JSON.stringify(entry)).not.toContain('secret');
  });

  it('tells of a request that was refused', async () => {
    const { trace, answer } = setUp();
    await answer(409);

    expect(trace.entries()).toMatchObject([{ event: { status: 409 } }]);
  });

  it('tells nothing where the trace is off', async () => {
    const { trace, answer } = setUp({ isOn: false });
    await answer(201);

    expect(trace.entries()).toEqual([]);
  });
});

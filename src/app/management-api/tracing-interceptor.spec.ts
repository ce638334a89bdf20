import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';

import { Trace, TRACE_IS_ON } from '../trace/trace';
import { tracingInterceptor } from './tracing-interceptor';

const address = 'https://acme.eu.auth0.com/api/v2/users/auth0%7Cada/identities';

function setUp(isOn = true) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([tracingInterceptor])),
      provideHttpClientTesting(),
      { provide: TRACE_IS_ON, useValue: isOn },
    ],
  });
  const posted = firstValueFrom(
    TestBed.inject(HttpClient).post(address, { link_with: 'eyJhbGciOi.secret.token' }),
  ).catch(() => undefined);

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
          sends: ['link_with'],
          status: 201,
          remaining: 9,
        },
      },
    ]);
    expect(JSON.stringify(trace.entries())).not.toContain('secret');
  });

  it('tells of a request that was refused', async () => {
    const { trace, answer } = setUp();
    await answer(409);

    expect(trace.entries()).toMatchObject([{ event: { status: 409 } }]);
  });

  it('tells nothing where the trace is off', async () => {
    const { trace, answer } = setUp(false);
    await answer(201);

    expect(trace.entries()).toEqual([]);
  });
});

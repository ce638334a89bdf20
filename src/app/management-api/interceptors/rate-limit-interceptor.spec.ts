import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { of } from 'rxjs';

import { CLOCK_SKEW } from '../../config/clock-skew';
import { inTheNameOf } from './bearer';
import { rateLimitInterceptor } from './rate-limit-interceptor';
import { RequestPacing } from './request-pacing';

const url = 'https://acme.example/api/v2/users/auth0%7Cada';
const now = Date.UTC(2027, 0, 15, 8);
const inSomebodysName = inTheNameOf({ accessToken: () => of('secret') });
const noHeaders: Record<string, string> = {};

function setUp(options: object = inSomebodysName, skew = 0) {
  jest.useFakeTimers({ now });
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([rateLimitInterceptor])),
      provideHttpClientTesting(),
      { provide: CLOCK_SKEW, useValue: skew },
    ],
  });
  const controller = TestBed.inject(HttpTestingController);
  const answers: unknown[] = [];
  const get = (): void => {
    TestBed.inject(HttpClient)
      .get(url, options)
      .subscribe({ next: (body) => answers.push(body), error: (error) => answers.push(error) });
  };
  get();

  return {
    answers,
    get,
    sent: () => controller.match(url),
    /** Refuses the request that is there for haste. */
    refuse: (headers = noHeaders) => {
      controller.expectOne(url).flush('busy', { status: 429, statusText: 'Too Many', headers });
    },
    answer: (body: object) => {
      controller.expectOne(url).flush(body);
    },
    /** Ends the pause early, and says whether it has. */
    goOn: () => TestBed.inject(RequestPacing).pause.end(),
    pausesFor: () => TestBed.inject(RequestPacing).pause.untilMs() - Date.now(),
    pass: (milliseconds: number) => jest.advanceTimersByTime(milliseconds),
  };
}

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('rateLimitInterceptor', () => {
  it.each<[string, Record<string, string>]>([
    ['Retry-After', { 'Retry-After': '7' }],
    ['X-RateLimit-Reset', { 'X-RateLimit-Reset': String(now / 1000 + 7) }],
    ['both', { 'Retry-After': '7', 'X-RateLimit-Reset': String(now / 1000 + 3) }],
  ])('REL-22: waits as long as %s says, and no longer than it must', (_case, headers) => {
    const { answers, answer, pass, refuse, sent } = setUp();

    refuse(headers);
    pass(6999);
    expect(sent()).toEqual([]);
    // A little more, so that not everybody comes back at once, and its turn.
    pass(1000);
    answer({ ok: true });
    expect(answers).toEqual([{ ok: true }]);
  });

  it.each<[string, Record<string, string>]>([
    ['nothing that it may read', {}],
    ['a date, which it does not read', { 'Retry-After': 'Fri, 15 Jan 2027 08:00:07 GMT' }],
    ['a time that is over', { 'X-RateLimit-Reset': String(now / 1000 - 100) }],
    ['nonsense', { 'Retry-After': 'soon' }],
  ])('REL-22: waits about a second when the tenant says %s', (_case, headers) => {
    const { answer, answers, pass, refuse, sent } = setUp();

    refuse(headers);
    pass(799);
    expect(sent()).toEqual([]);
    pass(1200);
    answer({ ok: true });
    expect(answers).toEqual([{ ok: true }]);
  });

  it.each([
    ['an hour fast', -3_600_000],
    ['a day slow', 86_400_000],
  ])('REL-22: goes by the tenant’s clock on a device whose own is %s', (_case, skew) => {
    const { answer, answers, pass, refuse, sent } = setUp(inSomebodysName, skew);

    refuse({ 'X-RateLimit-Reset': String((now + skew) / 1000 + 7) });
    pass(6999);
    expect(sent()).toEqual([]);
    pass(1000);
    answer({ ok: true });
    expect(answers).toEqual([{ ok: true }]);
  });

  it('REL-22: waits longer each time, and gives up after five more tries', () => {
    const { answers, pass, refuse, sent } = setUp();

    for (const seconds of [1, 2, 4, 8, 16]) {
      refuse();
      pass(seconds * 800 - 1);
      expect(sent()).toEqual([]);
      expect(answers).toEqual([]);
      pass(seconds * 400 + 800);
    }
    refuse();
    pass(120_000);
    expect(sent()).toEqual([]);
    expect(answers).toMatchObject([{ status: 429 }]);
  });

  it('REL-22: goes on at once when somebody wants to, if the tenant has named no time', () => {
    const { answer, answers, goOn, pass, pausesFor, refuse } = setUp();

    refuse();
    pass(100);
    expect(pausesFor()).toBeGreaterThan(0);
    expect(goOn()).toBe(true);
    expect(pausesFor()).toBeLessThan(0);
    pass(0);
    answer({ ok: true });
    expect(answers).toEqual([{ ok: true }]);
  });

  it('REL-22: goes on no sooner than the tenant wants, whoever else wants to', () => {
    const { answer, goOn, pass, pausesFor, refuse, sent } = setUp();

    refuse();
    pass(1300);
    refuse({ 'Retry-After': '1' });
    expect(goOn()).toBe(false);
    pass(999);
    expect(goOn()).toBe(false);
    expect(pausesFor()).toBeGreaterThan(0);
    expect(sent()).toEqual([]);
    // It would have waited for two seconds of its own.
    pass(1);
    expect(goOn()).toBe(true);
    pass(0);
    answer({ ok: true });
  });

  it('REL-22: tries no more often for being hurried, and gives up no sooner', () => {
    const { answers, goOn, pass, refuse, sent } = setUp();

    for (let early = 1; early <= 4; early += 1) {
      refuse();
      expect(goOn()).toBe(true);
      pass(600);
    }
    // The last try is made when it would have been, had nobody hurried.
    refuse();
    expect(goOn()).toBe(false);
    pass(31 * 800 - 4 * 600 - 1);
    expect(sent()).toEqual([]);
    pass(31 * 400 + 600);
    refuse();
    pass(120_000);
    expect(sent()).toEqual([]);
    expect(answers).toMatchObject([{ status: 429 }]);
  });

  it('gives up at once when the tenant wants more patience than a person has', () => {
    const { answers, refuse } = setUp();

    refuse({ 'Retry-After': '61' });
    expect(answers).toMatchObject([{ status: 429 }]);
  });

  it('does not hold anything up before the tenant has asked for patience', () => {
    const { get, sent } = setUp();

    get();
    get();
    expect(sent()).toHaveLength(3);
  });

  it('keeps requests 600 ms apart from then on, those that it repeats among them', () => {
    jest.spyOn(Math, 'random').mockReturnValue(0);
    const { get, pass, refuse, sent } = setUp();
    const sentWithin = (milliseconds: number): number => (pass(milliseconds), sent().length);

    refuse();
    get();
    get();
    expect(sentWithin(0)).toBe(1);
    expect(sentWithin(599)).toBe(0);
    expect(sentWithin(1)).toBe(1);
    // It may be repeated after 800 ms, and waits for its turn.
    expect(sentWithin(599)).toBe(0);
    expect(sentWithin(1)).toBe(1);
  });

  it.each([400, 401, 403, 409, 500, 503])('does not repeat what was answered with %i', (status) => {
    const { answers, pass, sent } = setUp();
    sent()[0]?.flush('no', { status, statusText: 'No' });
    pass(120_000);

    expect(sent()).toEqual([]);
    expect(answers).toMatchObject([{ status }]);
  });

  it('leaves requests alone that are in nobody’s name', () => {
    const { answers, refuse } = setUp({});

    refuse();
    expect(answers).toMatchObject([{ status: 429 }]);
  });
});

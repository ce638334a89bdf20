import { TestBed } from '@angular/core/testing';
import { of, Subject, throwError, type Observable } from 'rxjs';

import { CLOCK_SKEW } from '../../../config/clock-skew';
import { LIGATURE_CONFIG } from '../../../config/ligature-config';
import type { Account } from '../../../identity/account';
import { journalJson, type Journal } from '../../../identity/link/journal';
import { journalKey } from '../../../identity/settings/reserved-settings';
import { accountWith } from '../../../identity/testing/accounts';
import { ManagementApiError } from '../../../management-api/management-api-error';
import { ManagementApiService } from '../../../management-api/management-api-service';
import type { SecondarySession } from '../../../session/secondary/client/secondary-session';
import {
  SecondaryAuthService,
  type SecondaryEvent,
} from '../../../session/secondary/secondary-auth-service';
import { transportMemory } from '../../../session/storage/transport-memory';
import { ada, google, googleAda, now, proven as sessionOf } from '../../testing/ada';
import { policy as usualPolicy } from '../../testing/linking-neighbours';
import { LinkPlanner, type PlanningEvent } from './link-planner';

const issuedAt = now / 1000;
const options = { way: 'window' } as const;

function setUp({ read = of(googleAda), policy = {}, clockSkew = 0, primary = ada } = {}) {
  const signIn$ = new Subject<SecondaryEvent>();
  const secondaryAuth = { signIn: jest.fn(() => signIn$) };
  const api = { readAccount: jest.fn(() => read) };
  TestBed.configureTestingModule({
    providers: [
      { provide: SecondaryAuthService, useValue: secondaryAuth },
      { provide: ManagementApiService, useValue: api },
      { provide: CLOCK_SKEW, useValue: clockSkew },
      { provide: LIGATURE_CONFIG, useValue: { policy: { ...usualPolicy, ...policy } } },
    ],
  });
  const [next, error] = [jest.fn(), jest.fn()];
  const planner = TestBed.inject(LinkPlanner);
  const signIn = () => planner.plan(of(primary), google, options).subscribe({ next, error });

  return {
    signIn$,
    secondaryAuth,
    api,
    next,
    error,
    signIn,
    /** What is made of this sign-in. */
    plan: (result: SecondarySession): void => {
      signIn();
      signIn$.next({ kind: 'signedIn', result, transport: 'popup' });
    },
  };
}

function withJournal(phase: 'sent' | 'undone'): Account {
  const journal: Journal = {
    id: 'j',
    phase,
    subject: googleAda.userId,
    connection: 'google',
    leaseUntilMs: 0,
    by: 'b',
    tokenExpiresAtMs: 0,
    before: new Map(),
    wrote: new Map(),
  };

  return accountWith(ada.userId, new Map([[journalKey, journalJson(journal)]]));
}

const proposalIn = (next: jest.Mock): unknown =>
  (next.mock.lastCall as [Extract<PlanningEvent, { kind: 'proposed' }>])[0].proposal;

afterEach(() => {
  jest.useRealTimers();
  localStorage.clear();
});

describe('LinkPlanner: the sign-in', () => {
  it('has the second account proven first, at the method that was chosen', () => {
    const { signIn, secondaryAuth, api } = setUp();
    signIn();

    expect(secondaryAuth.signIn).toHaveBeenCalledWith(google, options);
    expect(api.readAccount).not.toHaveBeenCalled();
  });

  it('passes on that the window looks closed', () => {
    const { signIn, signIn$, next } = setUp();
    signIn();
    signIn$.next({ kind: 'windowUnseen' });

    expect(next.mock.calls).toEqual([[{ kind: 'windowUnseen' }]]);
  });

  it('goes on to the proposal, even from a window that looked closed', () => {
    const { signIn, signIn$, next } = setUp();
    signIn();
    signIn$.next({ kind: 'windowUnseen' });
    signIn$.next({ kind: 'signedIn', result: sessionOf(), transport: 'popup' });

    expect(next.mock.calls).toMatchObject([
      [{ kind: 'windowUnseen' }],
      [{ kind: 'signedIn' }],
      [{ kind: 'proposed' }],
    ]);
  });
});

describe('LinkPlanner: a transport', () => {
  it.each<[string, object, 'popup' | undefined]>([
    ['is remembered once it has brought an account that may be used', {}, 'popup'],
    ['is not remembered for one that may not', { sub: ada.userId }, undefined],
  ])('%s', (_case, claims, worked) => {
    setUp().plan(sessionOf(claims));

    expect(transportMemory.worked(google)).toBe(worked);
  });
});

describe('LinkPlanner', () => {
  it('reads the second account in its own name, and says what a link would do', () => {
    const { plan, api, next } = setUp();
    const session = sessionOf();
    plan(session);

    expect(api.readAccount).toHaveBeenCalledWith('google-oauth2|115', session);
    expect(next.mock.calls).toEqual([
      [{ kind: 'signedIn', result: session, transport: 'popup' }],
      [
        {
          kind: 'proposed',
          session,
          proposal: expect.objectContaining({ first: ada, second: googleAda }) as unknown,
        },
      ],
    ]);
  });

  it.each([
    ['SEC-11: the account in use', { sub: 'auth0|ada' }, 'same-account'],
    ['SEC-09: a sign-in that is not fresh', { auth_time: issuedAt - 3600 }, 'not-fresh'],
    ['SEC-14: an address that is not verified', { email_verified: false }, 'email-unverified'],
  ])('refuses %s, without reading anything', (_case, claims, code) => {
    const { plan, api, next, error } = setUp();
    plan(sessionOf(claims));

    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code }));
    expect(next).not.toHaveBeenCalled();
    expect(api.readAccount).not.toHaveBeenCalled();
  });

  it.each([
    ['fresh enough for a sign-in that took as long', 240, 'proposed'],
    ['not fresh for one that did not', 5, undefined],
  ])('takes what the person typed four minutes ago for %s', (_case, took, kind) => {
    const { plan, next } = setUp();
    plan(sessionOf({ auth_time: issuedAt - 240 }, took * 1000));

    expect((next.mock.lastCall as [PlanningEvent] | undefined)?.[0].kind).toBe(kind);
  });

  it('reads an account without an e-mail address as any other', () => {
    const { plan, next } = setUp();
    plan(sessionOf({ email: undefined, email_verified: undefined }));

    expect(next).toHaveBeenCalledWith(expect.objectContaining({ kind: 'proposed' }));
  });

  it('SEC-14: refuses an account with an address that its token does not name', () => {
    const second = { ...googleAda, profile: { email: 'ada@example.com' } };
    const { plan, next, error } = setUp({ read: of(second) });
    plan(sessionOf({ email: undefined, email_verified: undefined }));

    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: 'email-unverified' }));
    expect(next).not.toHaveBeenCalledWith(expect.objectContaining({ kind: 'proposed' }));
  });

  it('judges by the operator’s policy', () => {
    const { plan, next } = setUp({ policy: { requireVerifiedEmail: false } });
    plan(sessionOf({ email_verified: false }));

    expect(next).toHaveBeenCalledWith(expect.objectContaining({ kind: 'proposed' }));
  });

  it.each([
    ['behind', 3_600_000],
    ['ahead', -3_600_000],
  ])('tells the time by the tenant on a device whose clock is an hour %s', (_case, clockSkew) => {
    jest.useFakeTimers({ now });
    const { plan, next } = setUp({ clockSkew });
    plan(sessionOf());

    expect(proposalIn(next)).toMatchObject({ nowMs: now + clockSkew });
  });

  it('says until when the second sign-in proves anything', () => {
    const { plan, next } = setUp();
    plan(sessionOf({ exp: issuedAt + 600 }));

    expect(proposalIn(next)).toMatchObject({ proofExpiresAtMs: (issuedAt + 600) * 1000 });
  });

  it('goes on with an unfinished link once its other account is proven again, and reads nothing', () => {
    const { plan, next, api } = setUp({ primary: withJournal('sent') });
    plan(sessionOf());

    expect(next).toHaveBeenCalledWith(expect.objectContaining({ kind: 'provenAgain' }));
    expect(api.readAccount).not.toHaveBeenCalled();
  });

  it.each([
    ['another account than that of the unfinished link', 'sent', 'github|7', 'other-account'],
    [
      'any account while a link that was undone may arrive',
      'undone',
      googleAda.userId,
      'too-early',
    ],
  ] as const)('refuses %s', (_case, phase, sub, code) => {
    const { plan, error } = setUp({ primary: withJournal(phase) });
    plan(sessionOf({ sub }));

    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code }));
  });

  it('fails with the reason when the second account cannot be read', () => {
    const read = throwError(() => new ManagementApiError('forbidden'));
    const { plan, next, error } = setUp({ read });
    plan(sessionOf());

    expect(next).not.toHaveBeenCalledWith(expect.objectContaining({ kind: 'proposed' }));
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: 'forbidden' }));
  });

  it.each([
    ['second-gone', throwError(() => new ManagementApiError('not-found')) as Observable<Account>],
    ['second-blocked', of({ ...googleAda, isBlocked: true })],
    [
      'second-signed-out',
      throwError(() => new ManagementApiError('second-signed-out')) as Observable<Account>,
    ],
  ])('proposes nothing with an account that has ended since its sign-in: %s', (code, read) => {
    const { plan, error } = setUp({ read });
    plan(sessionOf());

    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code }));
  });
});

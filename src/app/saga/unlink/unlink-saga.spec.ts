import { TestBed } from '@angular/core/testing';
import { defer, firstValueFrom, of, throwError } from 'rxjs';

import { CLOCK_SKEW } from '../../config/clock-skew';
import type { Account } from '../../identity/account';
import type { TenantFailure } from '../../identity/failure';
import { planUnlink } from '../../identity/link/unlink-plan';
import { ManagementApiError } from '../../management-api/management-api-error';
import {
  ManagementApiService,
  type IdentitiesOutcome,
} from '../../management-api/management-api-service';
import { PrimarySession } from '../../session/primary/primary-session';
import { UnlinkSaga } from './unlink-saga';

const password = { provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} };
const google = { provider: 'google-oauth2', userId: '115', connection: 'google', profile: {} };
const linked: Account = {
  userId: 'auth0|ada',
  profile: {},
  identities: [password, google],
  settings: new Map(),
  hasAppMetadata: false,
};
const unlinked: Account = { ...linked, identities: [password] };
const plan = planUnlink(linked, google);

const because = (outcome: 'refused' | 'unknown', code: TenantFailure): IdentitiesOutcome => ({
  outcome,
  reason: new ManagementApiError(code),
});

function setUp(written: IdentitiesOutcome, now: Account | undefined) {
  const read = jest.fn(() =>
    now === undefined ? throwError(() => new ManagementApiError('unreachable')) : of(now),
  );
  const api = {
    unlinkIdentity: jest.fn(() => of(written)),
    readAccount: jest.fn(() => defer(read)),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: ManagementApiService, useValue: api },
      { provide: PrimarySession, useValue: {} },
      { provide: CLOCK_SKEW, useValue: 0 },
    ],
  });
  const saga = TestBed.inject(UnlinkSaga);

  return {
    api,
    read,
    saga,
    /** The account is as it was when it is read first, and as it is `now` after that. */
    unlink: () => {
      read.mockReturnValueOnce(of(linked));

      return firstValueFrom(saga.unlink(plan));
    },
  };
}

// jsdom has no locks, and only one test gives it any.
afterEach(() => Reflect.deleteProperty(navigator, 'locks'));

describe('UnlinkSaga', () => {
  it('unlinks the method in one request when the answer is clear', async () => {
    const { api, read, unlink } = setUp({ outcome: 'ok', value: [password] }, undefined);

    await expect(unlink()).resolves.toEqual({ kind: 'done' });
    expect(api.unlinkIdentity).toHaveBeenCalledTimes(1);
    expect(api.unlinkIdentity).toHaveBeenCalledWith('auth0|ada', google);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('I5: unlinks nothing while another tab is busy with the account', async () => {
    const { api, unlink } = setUp({ outcome: 'ok', value: [password] }, undefined);
    const request = jest.fn((...[, , steps]: [string, object, (lock: null) => unknown]) => {
      return Promise.resolve(steps(null));
    });
    Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });

    await expect(unlink()).resolves.toEqual({ kind: 'notDone', code: 'other-tab' });
    expect(api.unlinkIdentity).not.toHaveBeenCalled();
  });

  it.each([
    [
      'REL-37: a lost answer when the method is gone',
      because('unknown', 'unreachable'),
      unlinked,
      'done',
    ],
    ['a lost answer when nobody can tell', because('unknown', 'unreachable'), undefined, 'unknown'],
    ['status 404 when the method is gone', because('refused', 'not-found'), unlinked, 'done'],
    ['status 404 when it is there', because('refused', 'not-found'), linked, 'notDone'],
    ['status 400 when the method is gone', because('refused', 'rejected'), unlinked, 'done'],
    ['status 400 when it is there', because('refused', 'rejected'), linked, 'notDone'],
  ])('judges %s', async (_case, written, now, result) => {
    const { api, unlink } = setUp(written, now);

    await expect(unlink()).resolves.toMatchObject({ kind: result });
    expect(api.unlinkIdentity).toHaveBeenCalledTimes(1);
  });

  it('does not ask the account after any other refusal', async () => {
    const { read, unlink } = setUp(because('refused', 'forbidden'), unlinked);

    await expect(unlink()).resolves.toEqual({ kind: 'notDone', code: 'forbidden' });
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('finds out later by reading the account, and writes nothing', async () => {
    const { api, saga } = setUp(because('unknown', 'unreachable'), unlinked);

    await expect(firstValueFrom(saga.findOut(plan, 'unreachable'))).resolves.toEqual({
      kind: 'done',
    });
    expect(api.unlinkIdentity).not.toHaveBeenCalled();
  });
});

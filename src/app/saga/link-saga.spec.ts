import { TestBed } from '@angular/core/testing';
import { defer, firstValueFrom, of, throwError } from 'rxjs';

import type { Account } from '../identity/account';
import type { Identity } from '../identity/identity';
import { planLink } from '../identity/link-plan';
import { ManagementApiError } from '../management-api/management-api-error';
import {
  ManagementApiService,
  type IdentitiesOutcome,
} from '../management-api/management-api-service';
import { SecondSession } from '../session/second-session';
import { LinkSaga } from './link-saga';

const password = { provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} };
const google = { provider: 'google-oauth2', userId: '115', connection: 'google', profile: {} };
const accountOf = (userId: string, own: Identity, ...others: Identity[]): Account => ({
  userId,
  profile: {},
  identities: [own, ...others],
  settingKeys: [],
  hasAppMetadata: false,
});
const ada = accountOf('auth0|ada', password);
const linkedAda = accountOf('auth0|ada', password, google);
const connection = { name: 'google', strategy: 'google-oauth2', label: 'Google' };
const asked = { connection: { ...connection, transport: 'auto' as const }, now: 0 };
const plan = planLink(ada, accountOf('google-oauth2|115', google), asked);
const second = new SecondSession({ idToken: 'e30.e30.x', accessToken: 'second' }, 0);

const conflict = { outcome: 'refused', reason: new ManagementApiError('conflict') } as const;
const lost = { outcome: 'unknown', reason: new ManagementApiError('unreachable') } as const;

function setUp(written: IdentitiesOutcome, now: Account | undefined) {
  const read = jest.fn(() =>
    now === undefined ? throwError(() => new ManagementApiError('unreachable')) : of(now),
  );
  const api = {
    linkIdentity: jest.fn(() => of(written)),
    readAccount: jest.fn(() => defer(read)),
  };
  TestBed.configureTestingModule({
    providers: [{ provide: ManagementApiService, useValue: api }],
  });
  const saga = TestBed.inject(LinkSaga);

  return { api, read, saga, link: () => firstValueFrom(saga.link(plan, second)) };
}

describe('LinkSaga', () => {
  it('links the second account to the first, in one request when the answer is clear', async () => {
    const { api, read, link } = setUp({ outcome: 'ok', value: [password, google] }, undefined);

    await expect(link()).resolves.toEqual({ result: 'done' });
    expect(api.linkIdentity).toHaveBeenCalledTimes(1);
    expect(api.linkIdentity).toHaveBeenCalledWith('auth0|ada', second);
    expect(read).not.toHaveBeenCalled();
  });

  it.each([
    ['a conflict when the account holds the method already', conflict, linkedAda, 'done'],
    ['a conflict when it does not', conflict, ada, 'notDone'],
    ['a conflict when nobody can tell', conflict, undefined, 'unknown'],
    ['a lost answer when the account holds the method', lost, linkedAda, 'done'],
    ['a lost answer when it does not', lost, ada, 'notDone'],
    ['a lost answer when nobody can tell', lost, undefined, 'unknown'],
  ])('judges %s', async (_case, written, now, result) => {
    const { api, link } = setUp(written, now);

    await expect(link()).resolves.toMatchObject({ result });
    expect(api.linkIdentity).toHaveBeenCalledTimes(1);
  });

  it('does not ask the account after any other refusal', async () => {
    const refused = { outcome: 'refused', reason: new ManagementApiError('forbidden') } as const;
    const { read, link } = setUp(refused, linkedAda);

    await expect(link()).resolves.toEqual({ result: 'notDone', code: 'forbidden' });
    expect(read).not.toHaveBeenCalled();
  });

  it('finds out later by reading the first account, and writes nothing', async () => {
    const { api, saga } = setUp(lost, linkedAda);

    await expect(firstValueFrom(saga.findOut(plan, 'unreachable'))).resolves.toEqual({
      result: 'done',
    });
    expect(api.readAccount).toHaveBeenCalledWith('auth0|ada');
    expect(api.linkIdentity).not.toHaveBeenCalled();
  });
});

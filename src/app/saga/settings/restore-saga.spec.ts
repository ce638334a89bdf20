import { TestBed } from '@angular/core/testing';
import { defer, of, type Observable } from 'rxjs';

import type { Identity } from '../../identity/identity';
import type { Json, Settings } from '../../identity/json';
import { accountWith } from '../../identity/testing/accounts';
import { ManagementApiError } from '../../management-api/management-api-error';
import { ManagementApiService } from '../../management-api/management-api-service';
import { ModelTenant } from '../testing/tenant';
import { RestoreSaga } from './restore-saga';

const sms: Identity = { provider: 'sms', userId: '1', connection: 'sms', profile: {} };
const github: Identity = { provider: 'github', userId: '7', connection: 'github', profile: {} };
const ada = accountWith('auth0|ada');
const party = { userId: ada.userId, bearer: { accessToken: () => of('first') } };

function setUp(held: Readonly<Record<string, Json>>, methods: readonly Identity[] = []) {
  const account = {
    ...accountWith(ada.userId, new Map(Object.entries(held))),
    identities: [...ada.identities, ...methods] as const,
  };
  const tenant = new ModelTenant([account], 0);
  const api = {
    readAccount: (userId: string) => defer(() => of(tenant.account(userId))),
    writeSettings: jest.fn<Observable<unknown>, [string, Settings]>((userId, changes) =>
      of({ outcome: 'ok', value: tenant.write(userId, changes) }),
    ),
    unlinkIdentity: jest.fn<Observable<unknown>, [string, Identity]>(() => of({ outcome: 'ok' })),
  };
  TestBed.configureTestingModule({
    providers: [{ provide: ManagementApiService, useValue: api }],
  });

  return {
    saga: TestBed.inject(RestoreSaga),
    api,
    settings: () => Object.fromEntries(tenant.account(ada.userId).settings),
  };
}

const reason = new ManagementApiError('forbidden');

describe('RestoreSaga', () => {
  it('gives an account these settings and no others, in one write', async () => {
    const { saga, api, settings } = setUp({ theme: 'dark', city: 'London', drill_theme: 'first' });
    const wanted = new Map<string, Json>([
      ['theme', 'light'],
      ['city', 'London'],
    ]);
    await expect(saga.giveSettings(party, wanted)).resolves.toBe(true);
    await expect(saga.giveSettings(party, wanted)).resolves.toBe(true);

    expect(settings()).toEqual({ theme: 'light', city: 'London' });
    expect(api.writeSettings).toHaveBeenCalledTimes(1);
  });

  it('says where an account may not have them', async () => {
    const { saga, api } = setUp({ theme: 'dark' });
    api.writeSettings.mockReturnValue(of({ outcome: 'refused', reason }));

    await expect(saga.giveSettings(party, new Map())).resolves.toBe(false);
  });

  it('unlinks what the account did not have before, and nothing else', async () => {
    const { saga, api } = setUp({}, [sms, github]);
    const before = { ...ada, identities: [...ada.identities, github] as const };
    await expect(saga.takeApart(party, before)).resolves.toBe(true);

    expect(api.unlinkIdentity.mock.calls.map(([, identity]) => identity)).toEqual([sms]);
  });

  it('says where a method may be left', async () => {
    const { saga, api } = setUp({}, [sms, github]);
    api.unlinkIdentity.mockReturnValueOnce(of({ outcome: 'refused', reason }));

    await expect(saga.takeApart(party, ada)).resolves.toBe(false);
    expect(api.unlinkIdentity).toHaveBeenCalledTimes(1);
  });

  it('changes nothing of settings that an unfinished link needs', async () => {
    const { saga, api } = setUp({ drill_theme: 'first', acct_link: {} });
    const removal = (): Settings => new Map([['drill_theme', null]]);

    await expect(saga.settle(party, removal)).resolves.toEqual({
      kind: 'notDone',
      code: 'unfinished-link',
    });
    expect(api.writeSettings).not.toHaveBeenCalled();
  });
});

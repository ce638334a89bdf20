import { TestBed } from '@angular/core/testing';
import { lastValueFrom } from 'rxjs';

import type { LinkReceipt } from '../../../identity/link/receipt';
import { ManagementApiService } from '../../../management-api/management-api-service';
import { HistorySaga } from '../../../saga/settings/history-saga';
import { AccountSwitch } from '../../../session/primary/account-switch';
import { LeavingError } from '../../../session/sign-in/leaving-error';
import { SessionReceipts } from '../../../session/storage/session-receipts';
import { TenantSession } from '../../../session/user/tenant-session';
import { LinkEnding } from './link-ending';

const account = { label: 'Ada', provider: 'auth0', connection: 'Users' };
const receipt: LinkReceipt = {
  what: 'link',
  at: '2027-01-15T06:00:00.000Z',
  kept: { ...account, userId: 'google-oauth2|115' },
  joined: { ...account, userId: 'auth0|ada' },
  signInMethods: ['google-oauth2|115', 'auth0|ada'],
  settings: { moved: {}, setAside: {}, lost: [] },
};

describe('LinkEnding', () => {
  it('shows the receipt here, and not once more later, where the page cannot be left for the account that is kept', async () => {
    const complete = jest.fn(() => Promise.reject(new LeavingError('offline')));
    TestBed.configureTestingModule({
      providers: [
        { provide: AccountSwitch, useValue: { complete } },
        { provide: TenantSession, useValue: { givenBack: jest.fn() } },
        { provide: ManagementApiService, useValue: {} },
        { provide: HistorySaga, useValue: {} },
      ],
    });
    const ending = TestBed.inject(LinkEnding);
    const reached = ending.reached(receipt, {
      direction: 'keepSecond',
      page: '/account/link/google',
    });

    await expect(lastValueFrom(reached)).resolves.toEqual(receipt);
    expect(complete.mock.calls).toEqual([['/account/link/google']]);
    await expect(TestBed.inject(SessionReceipts).toShow()).resolves.toBeUndefined();
  });
});

import { TestBed } from '@angular/core/testing';
import { firstValueFrom, lastValueFrom, of, throwError, toArray } from 'rxjs';

import { accountWith } from '../identity/account.model';
import { journalOf } from '../identity/link/journal';
import { planLink } from '../identity/link/link-plan';
import type { Account } from '../identity/account';
import type { Settings } from '../identity/json';
import { usualPolicy } from '../identity/link/link-policy.model';
import { ManagementApiError } from '../management-api/management-api-error';
import { ManagementApiService } from '../management-api/management-api-service';
import { linkNotes } from '../session/storage/link-notes';
import { PrimarySession } from '../session/primary/primary-session';
import { SecondSession } from '../session/second/second-session';
import { SessionError } from '../session/session-error';
import { Succession } from '../session/primary/succession';
import { TenantClock } from '../session/tenant-clock';
import { LinkSaga } from './link-saga';
import { ModelTenant, type Refusal } from './tenant.model';

const now = Date.UTC(2027, 0, 15, 8);
const expires = now + 36_000_000;
const second = new SecondSession({ idToken: 'e30.e30.x', accessToken: 'second' }, 0, {
  subject: 'github|7',
  issuedAt: now / 1000,
  authenticatedAt: now / 1000,
  emailVerified: true,
  expiresAt: expires / 1000,
});

/** The tenant behind the service, and the first person's session. */
function setUp(joining: Settings = new Map([['locale', 'en']])) {
  const [ada, hub] = [accountWith('auth0|ada'), accountWith('github|7', joining)];
  const tenant = new ModelTenant([ada, hub], now);
  const answered = <Value extends object>(value: Value | Refusal) =>
    typeof value === 'string'
      ? ({ outcome: 'refused', reason: new ManagementApiError(value) } as const)
      : ({ outcome: 'ok', value } as const);
  const api = {
    readAccount: jest.fn((userId: string) => {
      const account = tenant.accounts.get(userId);

      return account === undefined
        ? throwError(() => new ManagementApiError('not-found'))
        : of(account);
    }),
    writeSettings: jest.fn((userId: string, changes: Settings) =>
      of(answered<Account>(tenant.write(userId, changes))),
    ),
    linkIdentity: jest.fn((userId: string) =>
      of(answered(tenant.link(userId, userId === 'github|7' ? 'auth0|ada' : 'github|7', expires))),
    ),
  };
  const session = { accessToken: () => of('first') };
  const succession = {
    credential: jest.fn(() => of('first’s token')),
    credentialExpires: () => of(expires),
    expect: jest.fn(() => Promise.resolve()),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: ManagementApiService, useValue: api },
      { provide: PrimarySession, useValue: session },
      { provide: Succession, useValue: succession },
      { provide: TenantClock, useValue: { now: () => tenant.now } },
    ],
  });
  const planned = (direction: 'keepFirst' | 'keepSecond') =>
    planLink(
      {
        first: ada,
        second: hub,
        connection: { name: 'github', strategy: 'github', label: 'GitHub', transport: 'auto' },
        policy: usualPolicy,
        now,
        proofExpires: expires,
      },
      { direction, decisions: new Map() },
    );

  return { api, tenant, session, succession, planned, saga: TestBed.inject(LinkSaga) };
}

afterEach(() => {
  linkNotes.forget();
  // jsdom has no locks, and no other test does.
  Reflect.deleteProperty(navigator, 'locks');
});

describe('LinkSaga', () => {
  it('tells what it is busy with, and how it ended', async () => {
    const { saga, planned } = setUp();
    const events = lastValueFrom(saga.link(planned('keepFirst'), second, 'github').pipe(toArray()));

    await expect(events).resolves.toMatchObject([
      { kind: 'phase', phase: 'preparing' },
      { kind: 'phase', phase: 'sending' },
      { kind: 'phase', phase: 'closing' },
      { kind: 'ended', result: { result: 'done', journal: 'closed' } },
    ]);
  });

  it('writes in the name of the account that is kept, and proves the other by its token', async () => {
    const { api, session, saga, planned } = setUp();
    await lastValueFrom(saga.link(planned('keepFirst'), second, 'github'));

    expect(api.linkIdentity).toHaveBeenCalledWith('auth0|ada', 'e30.e30.x', session);
    expect(api.writeSettings).toHaveBeenCalledWith('auth0|ada', expect.any(Map), session);
  });

  it('REL-39: changes places where the second account is kept, and notes who comes next', async () => {
    const { api, succession, saga, planned } = setUp();
    await lastValueFrom(saga.link(planned('keepSecond'), second, 'github'));

    expect(succession.expect).toHaveBeenCalledWith(
      expect.objectContaining({ subject: 'github|7' }),
    );
    expect(api.linkIdentity).toHaveBeenCalledWith('github|7', 'first’s token', second);
  });

  it('keeps the link open when the proof of the joining account has expired', async () => {
    const { succession, saga, tenant, planned } = setUp(new Map());
    tenant.edit('auth0|ada', 'theme', 'dark');
    succession.credential.mockReturnValue(throwError(() => new SessionError('signed-out')));
    const plan = planned('keepSecond');
    const ended = lastValueFrom(saga.link(plan, second, 'github'));

    await expect(ended).resolves.toMatchObject({ result: { code: 'signed-out' } });
    expect(tenant.links).toBe(0);
  });

  it('goes on when nobody listens any more', async () => {
    const { saga, tenant, planned } = setUp();
    saga.link(planned('keepFirst'), second, 'github').subscribe().unsubscribe();
    await new Promise((resolve) => setTimeout(resolve));

    expect(tenant.links).toBe(1);
  });

  it('REL-28: does nothing while another tab is busy with the account', async () => {
    const { api, saga, planned } = setUp();
    const request = (_name: string, _options: object, steps: (lock: null) => unknown) =>
      Promise.resolve(steps(null));
    Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
    const ended = lastValueFrom(saga.link(planned('keepFirst'), second, 'github'));

    await expect(ended).resolves.toMatchObject({
      result: { result: 'notDone', code: 'other-tab' },
    });
    await expect(firstValueFrom(saga.reconcile(accountWith('auth0|ada')))).resolves.toEqual({
      status: 'elsewhere',
    });
    expect(api.readAccount).not.toHaveBeenCalled();
  });

  it('undoes at once what this browser knows it has not sent', async () => {
    const { api, saga, tenant, planned } = setUp();
    api.linkIdentity.mockReturnValueOnce(
      of({ outcome: 'refused', reason: new ManagementApiError('busy') }),
    );
    await lastValueFrom(saga.link(planned('keepFirst'), second, 'github'));
    const journal = journalOf(tenant.account('auth0|ada').settings);
    if (journal === undefined) throw new Error('There is a journal.');
    // As it is noted when the page ends before it has sent anything.
    linkNotes.write(journal.id, 'prepared');
    const ended = lastValueFrom(saga.undo(journal, saga.ownParty('auth0|ada')));

    await expect(ended).resolves.toMatchObject({ result: { result: 'notDone', code: 'undone' } });
    expect(tenant.account('auth0|ada').settings.size).toBe(0);
  });

  it('continues with a new proof what was left open', async () => {
    const { api, saga, tenant, planned } = setUp();
    api.linkIdentity.mockReturnValueOnce(
      of({ outcome: 'refused', reason: new ManagementApiError('busy') }),
    );
    await lastValueFrom(saga.link(planned('keepFirst'), second, 'github'));
    const found = await firstValueFrom(saga.reconcile(tenant.account('auth0|ada')));
    if (found.status !== 'open') throw new Error('It is open.');
    const parties = saga.partiesToContinue('auth0|ada', second);
    const ended = lastValueFrom(saga.continue(found.journal, parties));

    await expect(ended).resolves.toMatchObject({ result: { result: 'done', journal: 'closed' } });
    expect(Object.fromEntries(tenant.account('auth0|ada').settings)).toEqual({ locale: 'en' });
  });

  it('finds out what became of a link without a journal', async () => {
    const { api, saga, tenant, planned } = setUp(new Map());
    tenant.link('auth0|ada', 'github|7', expires);
    const ended = lastValueFrom(saga.findOut(planned('keepFirst'), second));

    await expect(ended).resolves.toMatchObject({ result: { result: 'done' } });
    expect(api.linkIdentity).not.toHaveBeenCalled();
  });
});

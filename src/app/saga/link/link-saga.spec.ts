import { TestBed } from '@angular/core/testing';
import {
  firstValueFrom,
  lastValueFrom,
  NEVER,
  of,
  switchMap,
  throwError,
  timer,
  toArray,
} from 'rxjs';

import { journalOf } from '../../identity/link/journal';
import { dueTasks } from '../../identity/settings/portal-task';
import { accountWith } from '../../identity/testing/accounts';
import { ManagementApiError } from '../../management-api/management-api-error';
import { linkNotes } from '../../session/storage/link-notes';
import { SessionError } from '../../session/tokens/session-error';
import { expiresAtMs, hubWith, linkSagaIn, second } from '../testing/link-saga';
import { PORTAL_HOOKS } from '../ports/portal-hooks';
import { withoutNotes } from '../testing/without-notes';

afterEach(() => {
  linkNotes.forget();
  // jsdom has no locks, and no other test does.
  Reflect.deleteProperty(navigator, 'locks');
});

describe('LinkSaga', () => {
  it('tells what it is busy with, and how it ended', async () => {
    const { saga, planned } = linkSagaIn();
    const events = lastValueFrom(saga.link(planned('keepFirst'), second, 'github').pipe(toArray()));

    await expect(events).resolves.toMatchObject([
      { kind: 'phase', phase: 'preparing' },
      { kind: 'phase', phase: 'sending' },
      { kind: 'phase', phase: 'closing' },
      { kind: 'ended', result: { kind: 'done', journal: 'closed' } },
    ]);
  });

  it('writes in the name of the account that is kept, and proves the other by its token', async () => {
    const { api, session, saga, planned } = linkSagaIn();
    await lastValueFrom(saga.link(planned('keepFirst'), second, 'github'));

    expect(api.linkIdentity).toHaveBeenCalledWith('auth0|ada', 'e30.e30.x', session);
    expect(api.writeSettings).toHaveBeenCalledWith('auth0|ada', expect.any(Map), session);
  });

  it('REL-45: has the kept account note what a portal is to be told, though nothing else is to be written', async () => {
    const hooks = { provide: PORTAL_HOOKS, useValue: { isTold: true } };
    TestBed.configureTestingModule({ providers: [hooks] });
    const { tenant, saga, planned } = linkSagaIn({ hub: hubWith(new Map()) });
    await lastValueFrom(saga.link(planned('keepFirst'), second, 'github'));

    expect(dueTasks(tenant.account('auth0|ada'))).toMatchObject([
      { what: 'link', kept: 'auth0|ada', other: 'github|7', connection: 'github' },
    ]);
  });

  it('REL-39: changes places where the second account is kept, and notes who comes next', async () => {
    const { api, accountSwitch, saga, planned } = linkSagaIn();
    await lastValueFrom(saga.link(planned('keepSecond'), second, 'github'));

    expect(accountSwitch.expect).toHaveBeenCalledWith(
      expect.objectContaining({ subject: 'github|7' }),
    );
    expect(api.linkIdentity).toHaveBeenCalledWith('github|7', 'first’s token', second);
  });

  it('keeps the link open when the proof of the absorbed account has expired', async () => {
    const { accountSwitch, saga, tenant, planned } = linkSagaIn({
      ada: accountWith('auth0|ada', new Map([['theme', 'dark']])),
      hub: hubWith(new Map()),
    });
    accountSwitch.credential.mockReturnValue(throwError(() => new SessionError('signed-out')));
    const plan = planned('keepSecond');
    const ended = lastValueFrom(saga.link(plan, second, 'github'));

    await expect(ended).resolves.toMatchObject({ result: { code: 'signed-out' } });
    expect(tenant.links).toBe(0);
  });

  it('goes on when nobody listens any more', async () => {
    const { saga, tenant, planned } = linkSagaIn();
    saga.link(planned('keepFirst'), second, 'github').subscribe().unsubscribe();
    await new Promise((resolve) => setTimeout(resolve));

    expect(tenant.links).toBe(1);
  });

  it('says again and again that it is at work, for as long as its request is on its way, and no longer', async () => {
    jest.useFakeTimers();
    const { api, saga, tenant, planned } = linkSagaIn();
    const answered = api.linkIdentity.getMockImplementation();
    api.linkIdentity.mockImplementation((userId) =>
      timer(20_000).pipe(switchMap(() => answered?.(userId) ?? NEVER)),
    );
    const ended = lastValueFrom(saga.link(planned('keepFirst'), second, 'github'));
    await jest.advanceTimersByTimeAsync(20_000);
    jest.useRealTimers();

    await expect(ended).resolves.toMatchObject({ result: { kind: 'done', journal: 'closed' } });
    // The opening, two renewals of a lease of 15 seconds, and the closing.
    expect(api.writeSettings).toHaveBeenCalledTimes(4);
    expect(tenant.account('auth0|ada').settings.has('acct_link')).toBe(false);
  });

  it('REL-28: does nothing while another tab is busy with the account', async () => {
    const { api, saga, planned } = linkSagaIn();
    const request = (_name: string, _options: object, steps: (lock: null) => unknown) =>
      Promise.resolve(steps(null));
    Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
    const ended = lastValueFrom(saga.link(planned('keepFirst'), second, 'github'));

    await expect(ended).resolves.toMatchObject({
      result: { kind: 'notDone', code: 'other-tab' },
    });
    await expect(firstValueFrom(saga.reconcile(accountWith('auth0|ada')))).resolves.toEqual({
      status: 'elsewhere',
    });
    expect(api.readAccount).not.toHaveBeenCalled();
  });

  it('undoes at once what this browser knows it has not sent', async () => {
    const { api, saga, tenant, planned } = linkSagaIn();
    api.linkIdentity.mockReturnValueOnce(
      of({ outcome: 'refused', reason: new ManagementApiError('busy') }),
    );
    await lastValueFrom(saga.link(planned('keepFirst'), second, 'github'));
    const journal = journalOf(tenant.account('auth0|ada').settings);
    if (journal === undefined) throw new Error('There is a journal.');
    // As it is noted when the page ends before it has sent anything.
    linkNotes.write(journal.id, 'prepared');
    const ended = lastValueFrom(saga.undo(journal, saga.ownParty('auth0|ada')));

    await expect(ended).resolves.toMatchObject({ result: { kind: 'notDone', code: 'undone' } });
    expect(tenant.account('auth0|ada').settings.size).toBe(0);
  });

  it('continues with a new proof what was left open', async () => {
    const { api, saga, tenant, planned } = linkSagaIn();
    api.linkIdentity.mockReturnValueOnce(
      of({ outcome: 'refused', reason: new ManagementApiError('busy') }),
    );
    await lastValueFrom(saga.link(planned('keepFirst'), second, 'github'));
    const found = await firstValueFrom(saga.reconcile(tenant.account('auth0|ada')));
    if (found.status !== 'open') throw new Error('It is open.');
    const parties = saga.partiesToContinue('auth0|ada', second);
    const ended = lastValueFrom(saga.continue(found.journal, parties));

    await expect(ended).resolves.toMatchObject({ result: { kind: 'done', journal: 'closed' } });
    expect(Object.fromEntries(withoutNotes(tenant.account('auth0|ada').settings))).toEqual({
      locale: 'en',
    });
  });

  it('finds out what became of a link without a journal', async () => {
    const { api, saga, tenant, planned } = linkSagaIn({ hub: hubWith(new Map()) });
    tenant.link('auth0|ada', 'github|7', expiresAtMs);
    const ended = lastValueFrom(saga.findOut(planned('keepFirst'), second));

    await expect(ended).resolves.toMatchObject({ result: { kind: 'done' } });
    expect(api.linkIdentity).not.toHaveBeenCalled();
  });
});

import { EMPTY, Subject } from 'rxjs';

import { plainlyDone, type LinkEvent } from '../../../saga/link/link-result';
import {
  PORTAL_HOOKS,
  type PortalAnswer,
  type PortalHooks,
} from '../../../saga/ports/portal-hooks';
import { SealedStore } from '../../../session/sealed/sealed-store';
import { SEALED_STORE } from '../../../session/user/pinned-user';
import { ada, google, googleAda, now } from '../../testing/ada';
import { adaRead, agreeTo, linkingStoreIn } from '../../testing/linking-neighbours';
import { provideProposal } from '../../testing/proposed-link';

/** A link that somebody has agreed to, in a portal that gives these answers, one after the other. */
function setUp(...answers: readonly PortalAnswer[]) {
  const ends = new Subject<LinkEvent>();
  const saga = { link: jest.fn(() => ends) };
  const account = adaRead();
  const given = [...answers];
  const hooks = {
    isTold: true,
    beforeLink: jest.fn<Promise<PortalAnswer>, Parameters<PortalHooks['beforeLink']>>(
      () => new Promise((resolve) => given.length > 0 && resolve(given.shift() ?? { kind: 'go' })),
    ),
    beforeUnlink: jest.fn(),
    after: jest.fn(),
  } satisfies PortalHooks;
  const store = linkingStoreIn(
    {
      ...{ saga, account, tenantSession: { givenBack: jest.fn() }, remember: () => EMPTY },
    },
    provideProposal,
    { provide: SEALED_STORE, useValue: new SealedStore() },
    { provide: PORTAL_HOOKS, useValue: hooks },
  );
  store.signIn({ connection: google });
  agreeTo(store);

  return { store, saga, account, hooks, ends };
}

const turn = () => jest.advanceTimersByTimeAsync(0);

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('a link that somebody has agreed to in a portal', () => {
  it('waits for the portal before anything is written', async () => {
    const { store, saga, hooks } = setUp();
    await turn();

    expect(hooks.beforeLink).toHaveBeenCalledWith(
      expect.objectContaining({ kept: ada, absorbed: googleAda }),
    );
    expect(store.phase()).toBe('preparing');
    expect(saga.link).not.toHaveBeenCalled();
  });

  it('goes on where the portal lets it, and has the account read for what the portal is to be told', async () => {
    const { store, saga, account, ends } = setUp({ kind: 'go' });
    await turn();
    expect(saga.link).toHaveBeenCalledTimes(1);
    account.readAccount.mockClear();
    ends.next({ kind: 'ended', result: plainlyDone });
    await turn();

    expect(store.phase()).toBe('done');
    expect(account.readAccount).toHaveBeenCalledTimes(1);
  });

  it('shows the review again, with everything chosen, and why the portal refuses', async () => {
    const { store, saga } = setUp({ kind: 'refused', sentence: 'Pay first.' });
    await turn();

    expect(store.progress()).toMatchObject({
      phase: 'reviewing',
      wasAgreed: true,
      refusal: 'Pay first.',
    });
    expect(saga.link).not.toHaveBeenCalled();
  });

  it('asks the portal again when somebody agrees again, and forgets what it said before', async () => {
    const { store, saga, hooks } = setUp(
      { kind: 'refused', sentence: 'Pay first.' },
      { kind: 'failed', code: 'portal-silent' },
    );
    await turn();
    agreeTo(store);
    await turn();

    expect(hooks.beforeLink).toHaveBeenCalledTimes(2);
    expect(store.progress()).toMatchObject({ phase: 'failed', code: 'portal-silent' });
    store.reviewAgain();
    expect(store.progress()).toMatchObject({ phase: 'reviewing', refusal: undefined });
    expect(saga.link).not.toHaveBeenCalled();
  });
});

import { getState } from '@ngrx/signals';
import { of } from 'rxjs';

import type { Connection } from '../../../identity/connection';
import type { Typed } from '../../../identity/sign-in/message-entry';
import { accountWith } from '../../../identity/testing/accounts';
import { ada, now } from '../../testing/ada';
import { accountsOf } from '../../testing/linking-neighbours';
import { signedIn, storeWithSignIns } from '../../testing/secondary-sign-ins';

const sms: Connection = { name: 'sms', strategy: 'sms', label: 'Phone', transport: 'embedded' };
const phoneAda = accountWith('sms|7');
const entry = { status: 'address', message: 'code', nextSendAtMs: 0 } as const;

function setUp() {
  const { store, signIns, secondaryAuth } = storeWithSignIns({ api: accountsOf(of(phoneAda)) });
  store.signIn({ connection: sms });
  const [signIn] = signIns;
  signIn?.next({ kind: 'message', entry });
  const typed = jest.fn<undefined, [Typed]>();
  secondaryAuth.signIn.mock.lastCall?.[1].typed?.subscribe(typed);

  return {
    store,
    signIn,
    typed,
    prove: (sub = phoneAda.userId) =>
      signIn?.next(signedIn({ sub, email: undefined, email_verified: undefined })),
  };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('LinkingStore: a sign-in by message', () => {
  it('shows what is asked, and hands on what is typed', () => {
    const { store, typed } = setUp();
    expect(store.progress()).toEqual({ phase: 'signingIn', message: entry });
    store.enter({ kind: 'address', address: '+15555550100' });

    expect(typed.mock.calls).toEqual([[{ kind: 'address', address: '+15555550100' }]]);
  });

  it('goes on to the review with whoever has proven the phone', () => {
    const { store, prove } = setUp();
    prove();

    expect(store.progress()).toMatchObject({ phase: 'reviewing', plan: { absorbed: phoneAda } });
    expect(JSON.stringify(getState(store))).not.toContain('second-access');
  });

  it('SEC-11: refuses the account that is signed in already', () => {
    const { store, prove } = setUp();
    prove(ada.userId);

    expect(store.progress()).toEqual({ phase: 'failed', code: 'same-account' });
  });

  it('is given up with the link', () => {
    const { store, signIn } = setUp();
    store.restart();

    expect(store.progress()).toEqual({ phase: 'idle' });
    expect(signIn?.observed).toBe(false);
  });
});

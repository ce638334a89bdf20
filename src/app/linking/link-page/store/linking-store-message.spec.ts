import { getState } from '@ngrx/signals';
import { of, Subject } from 'rxjs';

import type { Connection } from '../../../identity/connection';
import { accountWith } from '../../../identity/testing/accounts';
import type { SecondarySession } from '../../../session/secondary/client/secondary-session';
import type { ProvenByMessage } from '../../secondary-sign-in/message-sign-in-store';
import { ada, now, proven } from '../../testing/ada';
import { accountsOf, linkingStoreIn } from '../../testing/linking-neighbours';

const sms: Connection = { name: 'sms', strategy: 'sms', label: 'Phone', transport: 'embedded' };
const phoneAda = accountWith('sms|7');

const sessionOf = (sub = phoneAda.userId): SecondarySession =>
  proven({ sub, email: undefined, email_verified: undefined });

function setUp() {
  const succeeded = new Subject<ProvenByMessage>();
  const message = { begin: jest.fn(), stop: jest.fn(), proven: succeeded };
  const store = linkingStoreIn({ api: accountsOf(of(phoneAda)), message });
  store.signInByMessage(sms);

  return {
    store,
    message,
    prove: (session: SecondarySession) =>
      succeeded.next({ session, connection: sms, address: '+15555550100' }),
  };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('LinkingStore: a sign-in by message', () => {
  it('begins with the method that was chosen', () => {
    const { store, message } = setUp();

    expect(store.progress()).toEqual({ phase: 'signingIn' });
    expect(message.begin.mock.calls).toEqual([[sms]]);
  });

  it('goes on to the review with whoever has proven the phone', () => {
    const { store, prove } = setUp();
    prove(sessionOf());

    expect(store.progress()).toMatchObject({ phase: 'reviewing', plan: { absorbed: phoneAda } });
    expect(JSON.stringify(getState(store))).not.toContain('second-access');
  });

  it('SEC-11: refuses the account that is signed in already', () => {
    const { store, prove } = setUp();
    prove(sessionOf(ada.userId));

    expect(store.progress()).toEqual({ phase: 'failed', code: 'same-account' });
  });

  it('is given up with the link', () => {
    const { store, message } = setUp();
    store.restart();

    expect(store.progress()).toEqual({ phase: 'idle' });
    expect(message.stop).toHaveBeenCalledTimes(1);
  });
});

import { Subject } from 'rxjs';

import type { Connection } from '../../identity/connection';
import type { SecondarySession } from '../../session/secondary/client/secondary-session';
import type { MessageTarget } from '../../session/secondary/message/passwordless-client';
import { SignInError } from '../../session/sign-in/sign-in-error';
import { now, proven as sessionOf } from '../testing/ada';
import { messageSignInStore } from '../testing/message-sign-in';

const email: Connection = {
  name: 'email',
  strategy: 'email',
  label: 'Email',
  transport: 'magic-link',
};
const target: MessageTarget = { connection: email, address: 'ada@example.com' };

function setUp() {
  const opened = new Subject<SecondarySession>();
  const signInByLink = jest.fn<
    typeof opened,
    [MessageTarget, { sent: () => void; stopped: AbortSignal }]
  >(() => opened);
  const store = messageSignInStore({ signInByLink });
  const proven = jest.fn();
  store.proven.subscribe(proven);
  store.begin(email);
  store.sendLink(target);
  const [, waiting] = signInByLink.mock.lastCall ?? [];

  return { store, proven, signInByLink, waiting, opened };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => {
  jest.useRealTimers();
  sessionStorage.clear();
});

describe('MessageSignInStore: a link in a message', () => {
  it('is sent once, however often the button is pressed', () => {
    const { store, signInByLink } = setUp();
    store.sendLink(target);

    expect(signInByLink).toHaveBeenCalledTimes(1);
  });

  it('is waited for once it has been sent, and leads on with whoever has signed in', () => {
    const { store, proven, waiting, opened } = setUp();
    expect(store.entry()).toEqual({ status: 'busy' });
    waiting?.sent();
    expect(store.entry()).toEqual({ status: 'linkSent', target });
    const session = sessionOf({ sub: 'email|7' });
    opened.next(session);

    expect(proven.mock.calls).toEqual([[{ session, ...target }]]);
  });

  it.each(['bad-address', 'too-many-messages', 'unreachable'] as const)(
    'leads back to the address when it led nowhere: %s',
    (problem) => {
      const { store, opened } = setUp();
      opened.error(new SignInError(problem));

      expect(store.entry()).toEqual({ status: 'address', problem });
    },
  );

  it('is not waited for any more when it is given up', () => {
    const { store, waiting, opened } = setUp();
    expect(waiting?.stopped.aborted).toBe(false);
    store.stop();

    expect(opened.observed).toBe(false);
    expect(waiting?.stopped.aborted).toBe(true);
  });
});

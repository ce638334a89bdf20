import { of, Subject } from 'rxjs';

import { accountWith } from '../identity/account.model';
import type { Connection } from '../identity/connection';
import type { MessageTarget } from '../session/message/passwordless-client';
import type { SecondSession } from '../session/second/second-session';
import { SignInError } from '../session/sign-in-error';
import { now, proven } from './ada.model';
import { accountsOf, linkingStoreIn } from './linking-world.model';

const email: Connection = {
  name: 'email',
  strategy: 'email',
  label: 'Email',
  transport: 'magic-link',
};
const target: MessageTarget = { connection: email, address: 'ada@example.com' };
const mailAda = accountWith('email|7');

function setUp() {
  const opened = new Subject<SecondSession>();
  const signInByLink = jest.fn<
    typeof opened,
    [MessageTarget, { sent: () => void; stopped: AbortSignal }]
  >(() => opened);
  const store = linkingStoreIn({
    passwordless: { signInByLink },
    api: accountsOf(of(mailAda)),
  });
  store.signInByMessage(email);
  store.sendLink(target);
  const [, waiting] = signInByLink.mock.lastCall ?? [];

  return { store, signInByLink, waiting, opened };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => {
  jest.useRealTimers();
  sessionStorage.clear();
});

describe('LinkingStore: a link in a message', () => {
  it('is sent once, however often the button is pressed', () => {
    const { store, signInByLink } = setUp();
    store.sendLink(target);

    expect(signInByLink).toHaveBeenCalledTimes(1);
  });

  it('is waited for once it has been sent, and leads on to the review', () => {
    const { store, waiting, opened } = setUp();
    expect(store.entry()).toEqual({ step: 'busy' });
    waiting?.sent();
    expect(store.entry()).toEqual({ step: 'linkSent', target });
    opened.next(proven({ sub: mailAda.userId }));

    expect(store.progress()).toMatchObject({ phase: 'reviewing', plan: { secondary: mailAda } });
  });

  it.each(['bad-address', 'too-many-messages', 'unreachable'] as const)(
    'leads back to the address when it led nowhere: %s',
    (problem) => {
      const { store, opened } = setUp();
      opened.error(new SignInError(problem));

      expect(store.entry()).toEqual({ step: 'address', problem });
    },
  );

  it('is not waited for any more when it is given up', () => {
    const { store, waiting, opened } = setUp();
    expect(waiting?.stopped.aborted).toBe(false);
    store.restart();

    expect(opened.observed).toBe(false);
    expect(waiting?.stopped.aborted).toBe(true);
  });
});

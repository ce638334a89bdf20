import { getState } from '@ngrx/signals';
import { Subject } from 'rxjs';

import type { Connection } from '../../identity/connection';
import type { SecondarySession } from '../../session/secondary/client/secondary-session';
import type { MessageTarget } from '../../session/secondary/message/passwordless-client';
import { SignInError } from '../../session/sign-in/sign-in-error';
import { now, proven } from '../testing/ada';
import { messageSignInStore } from '../testing/message-sign-in';

const sms: Connection = { name: 'sms', strategy: 'sms', label: 'Phone', transport: 'embedded' };
const target: MessageTarget = { connection: sms, address: '+15555550100' };

const session = proven({ sub: 'sms|7', email: undefined, email_verified: undefined });

/** Each answer is given by the test, when it wants. */
function setUp() {
  const [sent, verified] = [new Subject<undefined>(), new Subject<SecondarySession>()];
  const passwordless = {
    sendCode: jest.fn(() => sent),
    verify: jest.fn(() => verified),
  };
  const store = messageSignInStore(passwordless);
  const succeeded = jest.fn();
  store.proven.subscribe(succeeded);
  store.begin(sms);

  return {
    store,
    succeeded,
    passwordless,
    sent,
    verified,
    type: (code: string, triesLeft = 3) => store.verifyCode({ target, code, triesLeft }),
  };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => {
  jest.useRealTimers();
  sessionStorage.clear();
});

describe('MessageSignInStore: a code in a message', () => {
  it('asks for the address first, and sends nothing by itself', () => {
    const { store, passwordless } = setUp();

    expect(store.entry()).toEqual({ status: 'address' });
    expect(passwordless.sendCode).not.toHaveBeenCalled();
  });

  it('sends one code, however often the button is pressed', () => {
    const { store, passwordless } = setUp();
    store.sendCode(target);
    store.sendCode(target);

    expect(passwordless.sendCode.mock.calls).toEqual([[target]]);
    expect(store.entry()).toEqual({ status: 'busy' });
  });

  it('asks for the code, with three tries', () => {
    const { store, sent } = setUp();
    store.sendCode(target);
    sent.next(undefined);

    expect(store.entry()).toEqual({ status: 'code', target, triesLeft: 3 });
  });

  it.each(['bad-address', 'message-not-sent', 'too-many-messages', 'unreachable'] as const)(
    'asks for the address again when the message did not go: %s',
    (problem) => {
      const { store, sent } = setUp();
      store.sendCode(target);
      sent.error(new SignInError(problem));

      expect(store.entry()).toEqual({ status: 'address', problem });
    },
  );

  it('tries each code once', () => {
    const { passwordless, type } = setUp();
    type('111111');
    type('111111', 2);

    expect(passwordless.verify.mock.calls).toEqual([[target, '111111']]);
  });

  it.each([3, 2, 1])('has one try less after a wrong code: of %i', (triesLeft) => {
    const { store, verified, type } = setUp();
    type('111111', triesLeft);
    verified.error(new SignInError('wrong-code'));

    expect(store.entry()).toEqual({
      status: 'code',
      target,
      triesLeft: triesLeft - 1,
      problem: 'wrong-code',
    });
  });

  it('has three tries again for a new code', () => {
    const { store, sent, verified, type } = setUp();
    type('111111', 1);
    verified.error(new SignInError('wrong-code'));
    store.sendCode(target);
    sent.next(undefined);

    expect(store.entry()).toEqual({ status: 'code', target, triesLeft: 3 });
  });

  it('goes on with whoever has proven the phone', () => {
    const { store, succeeded, verified, type } = setUp();
    type('123456');
    verified.next(session);

    expect(succeeded.mock.calls).toEqual([[{ session, ...target }]]);
    expect(JSON.stringify(getState(store))).not.toContain('second-access');
  });

  it('takes no answer that comes after it was given up', () => {
    const { store, succeeded, verified, type } = setUp();
    type('123456');
    store.stop();
    verified.next(session);

    expect(succeeded).not.toHaveBeenCalled();
    expect(verified.observed).toBe(false);
  });
});

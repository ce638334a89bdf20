import { TestBed } from '@angular/core/testing';

import type { Connection } from '../../identity/connection';
import type { SignInFailure } from '../../identity/failure';
import type { MessageTarget } from '../../session/secondary/message/passwordless-client';
import { PasswordlessSignIn } from '../../session/secondary/message/passwordless-sign-in';
import { SignInError } from '../../session/sign-in/sign-in-error';
import { MessageSignInStore } from './message-sign-in-store';

const sms: Connection = { name: 'sms', strategy: 'sms', label: 'Phone', transport: 'embedded' };
const target: MessageTarget = { connection: sms, address: '+15555550100' };

/** A code is refused for this reason. */
function setUp(code: SignInFailure) {
  const passwordless = { verify: jest.fn().mockRejectedValue(new SignInError(code)) };
  TestBed.configureTestingModule({
    providers: [MessageSignInStore, { provide: PasswordlessSignIn, useValue: passwordless }],
  });
  const store = TestBed.inject(MessageSignInStore);

  return {
    entryAfter: async (triesLeft: number) => {
      store.verifyCode({ target, code: '000000', triesLeft });
      // The refusal takes a few turns of the event loop's own queue.
      await jest.advanceTimersByTimeAsync(0);

      return store.entry();
    },
  };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a code that was not taken', () => {
  it.each<[SignInFailure, number]>([
    ['wrong-code', 2],
    ['code-expired', 0],
    ['too-many-tries', 0],
    ['unreachable', 3],
    ['busy', 3],
    ['tenant-error', 3],
    ['embedded-blocked', 0],
    ['page-needed', 0],
    ['blocked', 0],
    ['sign-in-failed', 0],
    ['wrong-issuer', 0],
  ])(
    'leaves as many tries as the tenant counts: after %s, of 3, %i',
    async (problem, triesLeft) => {
      await expect(setUp(problem).entryAfter(3)).resolves.toEqual({
        status: 'code',
        target,
        triesLeft,
        problem,
      });
    },
  );

  it('leaves none after the last', async () => {
    await expect(setUp('wrong-code').entryAfter(1)).resolves.toMatchObject({ triesLeft: 0 });
  });
});

import type { FailureCode } from '../../identity/failure';
import { mostTries } from '../../identity/sign-in/message-code';
import { noSends, type MessageSends } from '../../identity/sign-in/message-sends';
import type { MessageTarget } from '../../session/secondary/message/passwordless-client';

/** Where a sign-in by message stands: which question the form asks. */
export type MessageEntry =
  | { readonly status: 'address'; readonly problem?: FailureCode }
  | { readonly status: 'busy' }
  | {
      readonly status: 'code';
      readonly target: MessageTarget;
      readonly triesLeft: number;
      readonly problem?: FailureCode;
    }
  | { readonly status: 'linkSent'; readonly target: MessageTarget };

export interface MessageState {
  readonly entry: MessageEntry;
  readonly sends: MessageSends;
}

/** The start, for a connection by which so many messages have been sent. */
export const begun = (sends: MessageSends): MessageState => ({
  entry: { status: 'address' },
  sends,
});
export const initialMessageState = begun(noSends);

type Entry = Pick<MessageState, 'entry'>;

export const busy = (): Entry => ({ entry: { status: 'busy' } });
export const counted = (sends: MessageSends): Pick<MessageState, 'sends'> => ({ sends });
export const notSent = (problem: FailureCode): Entry => ({ entry: { status: 'address', problem } });
export const codeSent = (target: MessageTarget): Entry => ({
  entry: { status: 'code', target, triesLeft: mostTries },
});
export const codeRefused = (
  target: MessageTarget,
  triesLeft: number,
  problem: FailureCode,
): Entry => ({ entry: { status: 'code', target, triesLeft, problem } });
export const linkSent = (target: MessageTarget): Entry => ({
  entry: { status: 'linkSent', target },
});

import type { SignInFailure } from '../failure';

/** Where a sign-in by message stands: what the page asks for, or what it waits for. */
export type MessageEntry =
  | {
      readonly status: 'address';
      /** What is sent there. */
      readonly message: 'code' | 'link';
      readonly nextSendAt: NextSendAt;
      readonly problem?: SignInFailure;
    }
  | { readonly status: 'busy' }
  | {
      readonly status: 'code';
      /** Where it was sent. */
      readonly address: string;
      /** How often it may still be tried. */
      readonly triesLeft: number;
      readonly nextSendAt: NextSendAt;
      readonly problem?: SignInFailure;
    }
  | { readonly status: 'linkSent'; readonly address: string; readonly nextSendAt: NextSendAt };

/** When another message may be asked for, in milliseconds since 1970; `undefined` when none may. */
type NextSendAt = number | undefined;

/** What the person has typed: where a message is to go, or the code that it brought. */
export type Typed =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'code'; readonly code: string };

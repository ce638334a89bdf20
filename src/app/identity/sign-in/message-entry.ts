import type { SignInFailure } from '../failure';

/** Where a sign-in by message stands: what the page asks for, or what it waits for. */
export type MessageEntry =
  | {
      readonly status: 'address';
      /** What is sent there. */
      readonly message: 'code' | 'link';
      readonly nextSendAtMs: NextSendAtMs;
      readonly problem?: SignInFailure;
    }
  | { readonly status: 'busy' }
  | {
      readonly status: 'code';
      /** Where it was sent. */
      readonly address: string;
      /** How often it may still be tried. */
      readonly triesLeft: number;
      readonly nextSendAtMs: NextSendAtMs;
      readonly problem?: SignInFailure;
    }
  | { readonly status: 'linkSent'; readonly address: string; readonly nextSendAtMs: NextSendAtMs };

/** When another message may be asked for, in milliseconds since 1970; `undefined` when none may. */
type NextSendAtMs = number | undefined;

/** What the person has typed: where a message is to go, or the code that it brought. */
export type Typed =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'code'; readonly code: string };

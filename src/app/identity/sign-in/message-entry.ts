import type { SignInFailure } from '../failure';

/** Where a sign-in by message stands: what the page asks for, or what it waits for. */
export type MessageEntry =
  | {
      readonly status: 'address';
      /** What is sent there. */
      readonly message: 'code' | 'link';
      readonly nextSendAtMs: NextSendAtMs;
      /** The one address that has to wait until then; every address where none is named. */
      readonly waitsFor?: string;
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
  | {
      readonly status: 'linkSent';
      /** Where it was sent. */
      readonly address: string;
      readonly nextSendAtMs: NextSendAtMs;
      /** Why another one was not sent. */
      readonly problem?: SignInFailure;
    };

/** When another message may be asked for, in milliseconds since 1970. */
type NextSendAtMs = number;

/** What the person has typed: where a message is to go, or the code that it brought; or that it shall go elsewhere. */
export type Typed =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'otherAddress' }
  | { readonly kind: 'code'; readonly code: string };

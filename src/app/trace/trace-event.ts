import type { Personal, TraceValue } from './personal';

/** Whose sign-in it is: the first person's, the account that is to be linked with it, or "Confirm it's you". */
export type WhoSignsIn = 'first' | 'second' | 'confirmation';

/** A page begins; what came before it in this tab was another. */
export interface PageEvent {
  readonly kind: 'page';
  /** Without what follows it: that may be a code. */
  readonly path: string;
  readonly how?: string;
}

/** A sign-in is opened, comes back, or does not. */
export interface SignInEvent {
  readonly kind: 'signIn';
  readonly who: WhoSignsIn;
  readonly step: 'opened' | 'returned' | 'failed';
  readonly transport?: string;
  readonly connection?: string;
  readonly reason?: string;
}

/** A token was read and judged; `verdict` is `accepted`, or what is wrong with it. */
export interface ClaimsEvent {
  readonly kind: 'claims';
  readonly who: WhoSignsIn;
  readonly verdict: string;
  readonly claims: Readonly<Record<string, TraceValue>>;
}

/** An access token was renewed, or there was none to use. */
export interface RenewalEvent {
  readonly kind: 'renewal';
  readonly outcome: 'renewed' | 'refused';
  readonly reason?: string;
  readonly claims?: Readonly<Record<string, TraceValue>>;
}

/** A field of a body: what it is called, and never what it holds. */
export interface SentField {
  readonly name: string;
  /** Whether it holds a text, and not a number, a list or an object. */
  readonly isText: boolean;
}

/** A request and its answer. */
export interface RequestEvent {
  readonly kind: 'request';
  readonly method: string;
  readonly origin: string;
  /** With names in braces for whatever tells about a person: `/api/v2/users/{id}`. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, Personal>>;
  /** How the body is written; left out where there is none, or nothing in it. */
  readonly format?: 'json' | 'form';
  /** What the body holds; empty where there is one and nobody has seen it. */
  readonly sends: readonly SentField[];
  /** 0 where no answer could be read. */
  readonly status: number;
  readonly durationMs: number;
  /** What is left of the rate limit, where a page may read it. */
  readonly remaining?: number;
}

/** Something is in another state now. */
export interface StateEvent {
  readonly kind: 'state';
  readonly of: string;
  readonly from: string;
  readonly to: string;
  readonly reason?: string;
}

/** The application has decided something, and why. */
export interface DecisionEvent {
  readonly kind: 'decision';
  readonly about: string;
  readonly decision: string;
  readonly reasons: readonly TraceValue[];
}

/** An error that nobody foresaw: what it is called and where it happened; never its words, which may name a person. */
export interface ErrorEvent {
  readonly kind: 'error';
  readonly name: string;
  readonly reason?: string;
  /** File, line and column. */
  readonly where?: string;
}

/** Whatever a part of the application may tell of what it does. */
export type TraceEvent =
  | PageEvent
  | SignInEvent
  | ClaimsEvent
  | RenewalEvent
  | RequestEvent
  | StateEvent
  | DecisionEvent
  | ErrorEvent;

import type { Observable } from 'rxjs';

import type { Connection } from '../../../identity/connection';
import type { MessageEntry, Typed } from '../../../identity/sign-in/message-entry';
import type { SignInPurpose } from '../../sign-in/sign-in-purpose';
import type { WindowEvent } from '../../window/sign-in-window';
import type { SecondarySession } from '../client/secondary-session';

/** What a sign-in reports: that it waits for a window, what the person is to type here, and who has signed in. */
export type TransportEvent =
  | { readonly kind: 'windowAwaited' }
  | { readonly kind: 'message'; readonly entry: MessageEntry }
  | WindowEvent<SecondarySession>;

export interface TransportRequest {
  readonly connection: Connection;
  /** What the answer is for, should the page be left meanwhile. */
  readonly purpose: SignInPurpose;
  /** What the person types, for those that ask. */
  readonly typed: Observable<Typed>;
}

/** A sign-in for which the page was left, and that has come back. */
export interface Resumed<For extends SignInPurpose, Event> {
  readonly purpose: For;
  readonly events: Observable<Event>;
}

export type PurposeOf<Kind extends SignInPurpose['kind']> = Extract<SignInPurpose, { kind: Kind }>;

/** How a second sign-in travels: a file for each, and a row in `transport-classes.ts`. */
export interface SecondaryTransport {
  /**
   * Signs in. A window opens in this very call, and not on subscription; all else waits for that. Unsubscribing gives
   * the sign-in up.
   */
  signIn(request: TransportRequest): Observable<TransportEvent>;

  /** Takes what has come back for this purpose, once; only those that leave the page have this. */
  resume?<Kind extends SignInPurpose['kind']>(
    kind: Kind,
  ): Resumed<PurposeOf<Kind>, TransportEvent> | undefined;
}

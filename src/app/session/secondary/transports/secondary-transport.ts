import type { Observable } from 'rxjs';

import type { Connection } from '../../../identity/connection';
import type { MessageEntry, Typed } from '../../../identity/sign-in/message-entry';
import type { PurposeOf, SignInPurpose } from '../../sign-in/sign-in-purpose';
import type { WindowEvent } from '../../window/sign-in-window';
import type { SecondarySession } from '../client/secondary-session';

/** What a sign-in reports: how it stands with its window, what the person is to type here, and who has signed in. */
export type TransportEvent =
  | { readonly kind: 'windowAwaited' }
  | { readonly kind: 'message'; readonly entry: MessageEntry }
  | WindowEvent<SecondarySession>;

/** What a transport is asked for. */
export interface TransportRequest {
  readonly connection: Connection;
  /** What the answer is for, if the page is left meanwhile. */
  readonly purpose: SignInPurpose;
  /** What the person types, for transports that ask. */
  readonly typed: Observable<Typed>;
}

/** A sign-in for which the page was left, and that has come back. */
export interface Resumed<For extends SignInPurpose, Event> {
  readonly purpose: For;
  readonly events: Observable<Event>;
}

/** How a second sign-in travels: a file for each, and a row in `transport-classes.ts`. */
export interface SecondaryTransport {
  /** Signs in. A window opens in this very call, all else begins on subscription. Unsubscribing gives up. */
  signIn(request: TransportRequest): Observable<TransportEvent>;

  /** Takes what has come back for this purpose, once; only transports that leave the page have this. */
  resume?<Kind extends SignInPurpose['kind']>(
    kind: Kind,
  ): Resumed<PurposeOf<Kind>, TransportEvent> | undefined;
}

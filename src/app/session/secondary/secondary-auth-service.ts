import { inject, Injector, Service } from '@angular/core';
import { catchError, map, NEVER, throwError, type Observable } from 'rxjs';

import type { Connection } from '../../identity/connection';
import type { Typed } from '../../identity/sign-in/message-entry';
import { chooseTransport } from '../../identity/sign-in/transport';
import {
  allTransports,
  transportKind,
  type SignInWay,
  type Transport,
} from '../../identity/transport-kinds';
import { SignInError } from '../sign-in/sign-in-error';
import type { PurposeOf, SignInPurpose } from '../sign-in/sign-in-purpose';
import { transportMemory } from '../storage/transport-memory';
import { PressedMethod } from '../window/pressed-method';
import { SignInWindow } from '../window/sign-in-window';
import { transportClasses } from './transports/transport-classes';
import { SECOND_SIGN_IN_REFUSAL } from './second-sign-in-refusal';
import type { Resumed, SecondaryTransport, TransportEvent } from './transports/secondary-transport';

/** What a second sign-in reports, and in the end by which transport somebody has signed in. */
export type SecondaryEvent =
  | Exclude<TransportEvent, { kind: 'signedIn' }>
  | (Extract<TransportEvent, { kind: 'signedIn' }> & { readonly transport: Transport });

/** What a second sign-in is asked for, beyond its connection. */
export interface SecondaryOptions {
  /** What the person has chosen; otherwise the connection's transport decides. */
  readonly way?: 'window' | 'fullPage';
  /** What the answer is for if the page is left; otherwise a link. */
  readonly purpose?: SignInPurpose;
  /** What the person types, where they are asked. */
  readonly typed?: Observable<Typed>;
}

/** Signs the person in with another account, while they stay signed in to their own. */
@Service()
export class SecondaryAuthService {
  readonly #injector = inject(Injector);
  readonly #window = inject(SignInWindow);
  readonly #pressed = inject(PressedMethod);
  /** Why nobody may be signed in to a second account here. */
  readonly refusal = inject(SECOND_SIGN_IN_REFUSAL);

  /** Tells what the person will see of a sign-in with this connection. */
  wayOf(connection: Connection): SignInWay {
    return transportKind(transportFor(connection)).way;
  }

  /**
   * Begins with a press what the page to which it leads goes on with: a window opens in this very call, the page is to
   * be left, or it asks at once where a message is to go.
   */
  press(connection: Connection): void {
    this.#pressed.press(connection.name, {
      needsWindow: this.refusal === undefined && this.wayOf(connection) === 'window',
    });
  }

  /**
   * Signs in by the transport that the connection has here. To be called during a click: a window opens in this very
   * call. Where the page is left, completes without a `signedIn`. Unsubscribing gives up. Fails with {@link
   * SignInError}.
   *
   * @example
   * auth.signIn(google).subscribe((event) => {
   *   if (event.kind === 'signedIn') this.plan(event.result);
   * });
   */
  signIn(
    connection: Connection,
    {
      way,
      purpose = { kind: 'link', connection: connection.name },
      typed = NEVER,
    }: SecondaryOptions = {},
  ): Observable<SecondaryEvent> {
    const { refusal } = this;
    if (refusal !== undefined) return throwError(() => new SignInError(refusal));
    const transport = transportFor(connection, way);

    return named(transport, this.#of(transport).signIn({ connection, purpose, typed }));
  }

  /**
   * Takes up a sign-in for which the page was left, if an answer for this purpose has come back; `undefined` otherwise.
   * Gives it once, and uses the answer on subscription. `events` fail with {@link SignInError}.
   */
  resume<Kind extends SignInPurpose['kind']>(
    kind: Kind,
  ): Resumed<PurposeOf<Kind>, SecondaryEvent> | undefined {
    for (const transport of allTransports) {
      const resumed = this.#of(transport).resume?.(kind);
      if (resumed !== undefined) return { ...resumed, events: named(transport, resumed.events) };
    }

    return undefined;
  }

  /** Brings the window of the sign-in that runs to the front. */
  bringToFront(): void {
    this.#window.bringToFront();
  }

  #of(transport: Transport): SecondaryTransport {
    return this.#injector.get(transportClasses[transport]);
  }
}

/** Chooses the transport of a connection in this browser. */
const transportFor = (connection: Connection, way?: 'window' | 'fullPage'): Transport =>
  chooseTransport(connection, {
    isPhone: isPhone(),
    worked: transportMemory.worked(connection),
    way,
  });

/** Whether this is a phone, where a second window is a second tab, out of sight. */
const isPhone = (): boolean => matchMedia('(pointer: coarse) and (width < 600px)').matches;

/** Adds to the events of a transport by which one somebody has signed in, and names what went wrong. */
const named = (
  transport: Transport,
  events: Observable<TransportEvent>,
): Observable<SecondaryEvent> =>
  events.pipe(
    map((event) => (event.kind === 'signedIn' ? { ...event, transport } : event)),
    catchError((cause: unknown) => throwError(() => SignInError.from(cause))),
  );

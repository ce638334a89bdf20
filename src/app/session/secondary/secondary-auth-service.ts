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
import type { SignInPurpose } from '../sign-in/sign-in-purpose';
import { transportMemory } from '../storage/transport-memory';
import { SignInWindow } from '../window/sign-in-window';
import type { SecondarySession } from './client/secondary-session';
import { transportClasses } from './transports/transport-classes';
import type {
  PurposeOf,
  Resumed,
  SecondaryTransport,
  TransportEvent,
} from './transports/secondary-transport';

/** What a second sign-in reports, whatever its transport. */
export type SecondaryEvent =
  | Exclude<TransportEvent, { kind: 'signedIn' }>
  | {
      readonly kind: 'signedIn';
      readonly result: SecondarySession;
      /** How it has travelled. */
      readonly transport: Transport;
    };

export interface SecondaryOptions {
  /** What the person insists on; otherwise the connection's transport decides. */
  readonly way?: 'window' | 'fullPage';
  /** What the answer is for if the page is left; otherwise a link. */
  readonly purpose?: SignInPurpose;
  /** What the person types where they are asked. */
  readonly typed?: Observable<Typed>;
}

/** Finds out who else the person is, without touching who they are signed in as. */
@Service()
export class SecondaryAuthService {
  readonly #injector = inject(Injector);
  readonly #window = inject(SignInWindow);

  /** What the person will see of a sign-in with this connection. */
  wayOf(connection: Connection): SignInWay {
    return transportKind(transportFor(connection)).way;
  }

  /**
   * Signs in, by whatever transport the connection has here. To be called during a click: a window opens in this very
   * call. Where the page is left, nothing more is said. Fails with {@link SignInError}.
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
    const transport = transportFor(connection, way);

    return named(transport, this.#of(transport).signIn({ connection, purpose, typed }));
  }

  /**
   * Takes up a sign-in for which the page was left, if this is how it was reached: what has come back for this purpose
   * is given once, and used on subscription. Fails with {@link SignInError}.
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

  bringToFront(): void {
    this.#window.bringToFront();
  }

  #of(transport: Transport): SecondaryTransport {
    return this.#injector.get(transportClasses[transport]);
  }
}

/** How a second sign-in travels here. */
const transportFor = (connection: Connection, way?: 'window' | 'fullPage'): Transport =>
  chooseTransport(connection, {
    isPhone: isPhone(),
    worked: transportMemory.worked(connection),
    way,
  });

/** Where a second window is a second tab, out of sight. */
const isPhone = (): boolean => matchMedia('(pointer: coarse) and (width < 600px)').matches;

/** Says by which transport somebody has signed in, and names what went wrong. */
const named = (
  transport: Transport,
  events: Observable<TransportEvent>,
): Observable<SecondaryEvent> =>
  events.pipe(
    map((event) => (event.kind === 'signedIn' ? { ...event, transport } : event)),
    catchError((cause: unknown) => throwError(() => SignInError.from(cause))),
  );

import { Subject } from 'rxjs';

import type { Connection } from '../../identity/connection';
import type { MessageEntry, Typed } from '../../identity/sign-in/message-entry';
import type { SecondarySession } from '../secondary/client/secondary-session';
import type { SecondaryTransport } from '../secondary/transports/secondary-transport';

/** A sign-in by message that has begun, and somebody who types. */
export function messageSignIn(transport: SecondaryTransport, connection: Connection) {
  const typed = new Subject<Typed>();
  const entries: MessageEntry[] = [];
  const sessions: SecondarySession[] = [];
  const signIn = transport
    .signIn({ connection, typed, purpose: { kind: 'link', connection: connection.name } })
    .subscribe((event) => {
      if (event.kind === 'message') entries.push(event.entry);
      if (event.kind === 'signedIn') sessions.push(event.result);
    });

  return {
    typeAddress: (address: string): void => typed.next({ kind: 'address', address }),
    goElsewhere: (): void => typed.next({ kind: 'otherAddress' }),
    typeCode: (code: string): void => typed.next({ kind: 'code', code }),
    giveUp: (): void => signIn.unsubscribe(),
    /** Where it stands. */
    entry: () => entries.at(-1),
    /** Who has signed in. */
    session: () => sessions.at(-1),
    isOver: () => signIn.closed,
  };
}

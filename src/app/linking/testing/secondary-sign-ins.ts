import { Subject } from 'rxjs';

import type { Connection } from '../../identity/connection';
import type { SignInWay } from '../../identity/transport-kinds';
import type {
  SecondaryEvent,
  SecondaryOptions,
} from '../../session/secondary/secondary-auth-service';
import { google, proven } from './ada';
import { linkingStoreIn, type StoreNeighbours, type LinkingNeighbours } from './linking-neighbours';

/** What is reported when somebody with these claims has signed in. */
export const signedIn = (claims: object = {}): SecondaryEvent => ({
  kind: 'signedIn',
  result: proven(claims),
  transport: 'popup',
});

/** A store that has people sign in, which they do as the test says. */
export function storeWithSignIns(world: LinkingNeighbours & StoreNeighbours = {}) {
  const signIns: Subject<SecondaryEvent>[] = [];
  const secondaryAuth = {
    bringToFront: jest.fn(),
    wayOf: jest.fn((): SignInWay => 'window'),
    signIn: jest.fn<Subject<SecondaryEvent>, [Connection, SecondaryOptions]>(() => {
      const begun = new Subject<SecondaryEvent>();
      signIns.push(begun);

      return begun;
    }),
  };
  const saga = { link: jest.fn(), findOut: jest.fn() };
  const store = linkingStoreIn({ secondaryAuth, saga, ...world });
  /** The person presses the button, and a window opens. */
  const click = (connection = google): void => {
    store.signIn({ connection });
    signIns.at(-1)?.next({ kind: 'windowAwaited' });
  };

  return { store, click, signIns, secondaryAuth, saga };
}

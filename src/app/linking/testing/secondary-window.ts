import { Subject } from 'rxjs';

import type { SecondarySession } from '../../session/secondary/client/secondary-session';
import type { WindowEvent } from '../../session/window/sign-in-window';
import { ada, google, proven } from './ada';
import { linkingStoreIn, type StoreNeighbours, type LinkingNeighbours } from './linking-neighbours';

/** What a window says when somebody with these claims has signed in there. */
export const signedIn = (claims: object = {}): WindowEvent<SecondarySession> => ({
  kind: 'signedIn',
  result: proven(claims),
});

/** A store that opens windows, which do what the test has them do. */
export function storeWithWindows(world: LinkingNeighbours & StoreNeighbours = {}) {
  const windows: Subject<WindowEvent<SecondarySession>>[] = [];
  const secondaryAuth = {
    bringToFront: jest.fn(),
    signInByPopup: jest.fn(() => {
      const opened = new Subject<WindowEvent<SecondarySession>>();
      windows.push(opened);

      return opened;
    }),
  };
  const saga = { link: jest.fn(), findOut: jest.fn() };
  const store = linkingStoreIn({ secondaryAuth, saga, ...world });
  const click = (connection = google) => store.signInByPopup({ primary: ada, connection });

  return { store, click, windows, secondaryAuth, saga };
}

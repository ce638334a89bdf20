import { patchState, signalStoreFeature, type, withHooks, withMethods } from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, exhaustMap } from 'rxjs';

import type { Connection } from '../identity/connection';
import type { LinkPlanner } from './link-planner';
import * as state from './linking-state';
import type { AccountRead } from './with-account';
import { withMessageSignIn, type ProvenByMessage } from './with-message-sign-in';
import type { Follow } from './with-planning';

/** Gives a store the second sign-in by message, and goes on from it to its plan. */
export const withMessagePlanning = () =>
  // TypeScript infers these inputs without the unused type parameter that the rule asks for.
  // eslint-disable-next-line @ngrx/signal-store-feature-should-use-generic-type
  signalStoreFeature(
    {
      state: type<state.LinkingState & { read: AccountRead }>(),
      props: type<{ _planner: LinkPlanner }>(),
      methods: type<{ mustConfirmNow: () => boolean; _followed: Follow }>(),
    },
    withMessageSignIn(),
    withMethods((store) => ({
      signInByMessage(connection: Connection): void {
        if (store.mustConfirmNow()) return;
        store.beginMessage(connection);
        patchState(store, state.windowOpened());
      },
      _planByMessage: rxMethod<ProvenByMessage>(
        exhaustMap(({ session, connection }) => {
          const read = store.read();
          if (read.status !== 'read') {
            patchState(store, state.failed(read.status === 'failed' ? read.code : 'unreachable'));

            return EMPTY;
          }

          return store._planner
            .plan(read.account, connection, session)
            .pipe(store._followed(connection));
        }),
      ),
    })),
    withHooks({ onInit: (store) => store._planByMessage(store._provenByMessage) }),
  );

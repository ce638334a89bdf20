import { computed, inject } from '@angular/core';
import {
  patchState,
  signalStore,
  withComputed,
  withHooks,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { exhaustMap, from, tap } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import type { Direction } from '../../identity/link/link-direction';
import {
  decided,
  firstChoices,
  planLink,
  turned,
  type LinkChoices,
  type LinkProposal,
  type SettingDecision,
} from '../../identity/link/link-plan';
import { refusalOf, refusalOfAccount } from '../../identity/sign-in/second-account';
import { TenantControl } from '../../management-api/tenant-control';
import * as state from './preview-state';
import type { Chosen, Preview, PreviewPolicy, Side } from './preview-state';
import { connectionOf, pastedPerson, personOf, type PreviewPerson } from './store/preview-person';

/**
 * What somebody would see of a link, by the plan that people get. It reads the local tenant's people, asks no other
 * tenant for anybody, and writes nothing. Provided by its page.
 */
export const PreviewStore = signalStore(
  withState(() => state.initialPreviewState(inject(LIGATURE_CONFIG).policy)),
  withProps(() => ({
    connections: inject(LIGATURE_CONFIG).connections,
    _configured: inject(LIGATURE_CONFIG).policy,
    _mayAsk: inject(LIGATURE_CONFIG).tenant.environment !== 'production',
    _control: inject(TenantControl),
    _nowMs: Date.now(),
  })),
  withComputed((store) => {
    const personFor = (chosen: Chosen): PreviewPerson | undefined => {
      switch (chosen.kind) {
        case 'nobody':
          return undefined;
        case 'person':
          return store.people().find(({ account }) => account.userId === chosen.userId);
        case 'pasted':
          return pastedPerson(chosen.text, store._nowMs);
      }
    };

    return {
      firstPerson: computed(() => personFor(store.first())),
      secondPerson: computed(() => personFor(store.second())),
    };
  }),
  withComputed((store) => ({
    isAsConfigured: computed(() => store.policy() === store._configured),
    proposal: computed((): LinkProposal | undefined => {
      const [first, second] = [store.firstPerson(), store.secondPerson()];
      if (first === undefined || second === undefined) return undefined;

      return {
        first: first.account,
        second: second.account,
        connection: connectionOf(second.account, store.connections),
        policy: store.policy(),
        nowMs: store._nowMs,
        proofExpiresAtMs: second.claims.expiresAtMs,
      };
    }),
  })),
  withComputed((store) => ({
    preview: computed((): Preview => {
      const [proposal, second] = [store.proposal(), store.secondPerson()];
      if (proposal === undefined || second === undefined) return { kind: 'incomplete' };
      const { first: primary, connection } = proposal;
      const policy = store.policy();
      const code =
        refusalOf(second.claims, { primary, connection, policy, tookMs: 0 }) ??
        (second.account.isBlocked === true ? 'second-blocked' : undefined) ??
        refusalOfAccount(second.claims, second.account, policy);
      if (code !== undefined) return { kind: 'refused', code };

      return { kind: 'review', plan: planLink(proposal, store.choices()) };
    }),
    /** When the proof would end that the second account is theirs, so that the review has a countdown. */
    expiresAtMs: computed(() => store.secondPerson()?.claims.expiresAtMs),
  })),
  withMethods((store) => {
    function rechoose(change: (choices: LinkChoices) => LinkChoices): void {
      const proposal = store.proposal();
      if (proposal === undefined) return;
      const choices = store.choices() ?? firstChoices(proposal);
      patchState(store, state.choicesAre(change(choices)));
    }

    return {
      findPeople: rxMethod<void>(
        exhaustMap(() =>
          from(peopleOf(store._control, store._mayAsk, store._nowMs)).pipe(
            tap((people) =>
              patchState(
                store,
                people === 'silent' ? state.tenantSilent() : state.peopleFound(people),
              ),
            ),
          ),
        ),
      ),
      choose: (side: Side, chosen: Chosen): void => patchState(store, state.chosenIs(side, chosen)),
      changePolicy: (changes: Partial<PreviewPolicy>): void =>
        patchState(store, state.policyIs({ ...store.policy(), ...changes })),
      resetPolicy: (): void => patchState(store, state.policyIs(store._configured)),
      show: (isShown: boolean): void => patchState(store, state.shownIs(isShown)),
      agree: (): void => patchState(store, state.agreed()),
      turn: (direction: Direction): void => rechoose((choices) => turned(choices, direction)),
      decide: (decision: SettingDecision): void =>
        rechoose((choices) => decided(choices, decision)),
    };
  }),
  withHooks({ onInit: (store) => store.findPeople() }),
);

/** Everybody of a tenant on this machine; elsewhere nobody is asked for. */
async function peopleOf(
  control: TenantControl,
  mayAsk: boolean,
  nowMs: number,
): Promise<readonly PreviewPerson[] | 'silent'> {
  const presence = mayAsk ? await control.find() : 'none';
  if (presence !== 'there') return presence === 'silent' ? presence : [];
  try {
    return [...(await control.everybody()).values()].flatMap((json) => personOf(json, nowMs) ?? []);
  } catch {
    return [];
  }
}

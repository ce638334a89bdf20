import { Injector, type DestroyRef, type EnvironmentInjector } from '@angular/core';

import { SignedInAccountStore } from '../../app/linking/account/signed-in-account-store';
import { LinkingStore } from '../../app/linking/link-page/store/linking-store';
import { SuggestionsStore } from '../../app/linking/suggestions/suggestions-store';
import { UnfinishedLinkStore } from '../../app/linking/unfinished-link/unfinished-link-store';
import { UnlinkStore } from '../../app/linking/unlink/unlink-store';
import { enterPart } from '../components/enter-part';
import { publicLinking, publicUnlinking } from './public-stores';
import type { LigatureStores, NoLigatureStores } from './ligature-stores';

/** Enters Ligature for a page of the portal's own, and has the account read. */
export async function openStores(
  application: EnvironmentInjector,
  lifetime: DestroyRef,
): Promise<LigatureStores | NoLigatureStores> {
  const stores = [LinkingStore, SuggestionsStore, UnlinkStore];
  const entered = await enterPart(application, lifetime, stores);
  if (entered.status !== 'signedIn') return { status: entered.status };
  const { injector, status } = entered;
  const account = injector.get(SignedInAccountStore);
  account.open(injector.get(Injector));
  injector.get(UnfinishedLinkStore).open(injector.get(Injector));

  return {
    status,
    account,
    linking: publicLinking(injector.get(LinkingStore), account.connections),
    suggestions: injector.get(SuggestionsStore),
    unlinking: publicUnlinking(injector.get(UnlinkStore), account),
  };
}

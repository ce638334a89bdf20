/** Everything that a portal may use. */
export type { ConfigSource } from './portal/config-source';
export type { LinkReceipt, UnlinkReceipt } from './app/identity/settings/portal-receipt';
export type {
  AccountSummary,
  BeforeAnswer,
  LigatureHooks,
  LinkPlanSummary,
  Refusal,
  UnlinkPlanSummary,
} from './portal/hooks/ligature-hooks';
export type { FailureCode } from './app/identity/failure';
export { LigatureAccount } from './portal/components/ligature-account';
export { LigatureLink } from './portal/components/ligature-link';
export { LigatureMethods } from './portal/components/ligature-methods';
export { LigatureSuggestions } from './portal/components/ligature-suggestions';
export { withHooks } from './portal/features/with-hooks';
export { injectLigatureStores } from './portal/stores/inject-ligature-stores';
export type {
  AccountView,
  ConnectionOffer,
  LigatureStores,
  LinkingStore,
  LinkReview,
  NoLigatureStores,
  ProfileView,
  SignedInAccountStore,
  SignInMethod,
  SuggestionsStore,
  UnlinkReview,
  UnlinkStore,
} from './portal/stores/ligature-stores';
export { isLigatureCallback } from './portal/ligature-callback';
export { LigatureError, type LigatureErrorCode } from './portal/ligature-error';
export type { LigatureFeature } from './portal/features/ligature-feature';
export { ligatureRoutes } from './portal/ligature-routes';
export { provideLigature } from './portal/provide-ligature';
export { withLanguage } from './portal/features/with-language';
export { withReturn } from './portal/features/with-return';
export { withStaging } from './portal/features/with-staging';
export { withPortalSession } from './portal/features/with-portal-session';

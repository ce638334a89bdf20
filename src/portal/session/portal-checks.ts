import type { Check } from '../../app/staging/checks/rules/check';
import { failure, ok } from '../../app/staging/checks/rules/verdict';
import type { settingThatTurns } from './portal-settings';

/** What the portal's `provideAuth0` was given, as far as links depend on it. */
interface PortalFacts {
  readonly takesCallbacks: boolean;
  readonly setting: ReturnType<typeof settingThatTurns>;
}

/** The checks of a portal whose own session these pages use. */
export const portalChecks = ({ takesCallbacks, setting }: PortalFacts): readonly Check[] => [
  {
    id: 'portal-refresh-tokens',
    group: 'setup',
    title: $localize`The portal's own session`,
    problem: $localize`A second sign-in can turn the portal into the other account`,
    why: $localize`A second sign-in replaces the tenant's session. A portal that renews its tokens from that session would then belong to the other account, so nobody can link here.`,
    run: () =>
      Promise.resolve(
        setting === undefined
          ? ok($localize`The portal renews its tokens without the tenant's session.`)
          : failure($localize`The portal renews its tokens from the tenant's session.`, {
              setting:
                setting === 'useRefreshTokens'
                  ? 'provideAuth0({ useRefreshTokens: true })'
                  : 'provideAuth0({ useRefreshTokensFallback: false })',
            }),
      ),
  },
  {
    id: 'portal-callback',
    group: 'setup',
    title: $localize`Callbacks in the portal`,
    problem: $localize`The portal takes the answers of our sign-ins`,
    why: $localize`The portal takes every address with a code and a state for the answer to a sign-in of its own. Then a second sign-in is lost.`,
    run: () =>
      Promise.resolve(
        takesCallbacks
          ? failure($localize`The portal does not leave our callbacks alone.`, {
              setting: 'provideAuth0({ skipRedirectCallback: isLigatureCallback(…) })',
            })
          : ok($localize`The portal leaves our callbacks alone.`),
      ),
  },
];

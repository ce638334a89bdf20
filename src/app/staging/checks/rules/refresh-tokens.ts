import type { Check } from './check';
import { refusesGrant } from './grant-types';
import {
  called,
  cannotBeSeen,
  failure,
  inTenantFile,
  nobodySignedIn,
  ok,
  waits,
  warning,
} from './verdict';

const rotationSetting = () =>
  $localize`Applications › your application › Settings › Refresh Token Rotation`;

export const refreshTokens = (): Check => ({
  id: 'refresh-tokens',
  group: 'tokens',
  title: $localize`Refresh tokens for the Management API`,
  problem: $localize`The sign-in brings no refresh token`,
  why: $localize`Without one, people have to sign in again when the access token ends, even in the middle of a link.`,
  async run({ tokens }) {
    const facts = await tokens();
    if (facts === undefined) return nobodySignedIn();
    if (facts.hasRefreshToken) return ok($localize`The sign-in brought a refresh token.`);

    return warning(
      $localize`The sign-in brought no refresh token.`,
      inTenantFile(
        $localize`APIs › Auth0 Management API › Settings › Allow Offline Access, and the grant type Refresh Token`,
        'grant_types:\n  - refresh_token',
        { page: 'managementApi' },
      ),
    );
  },
});

/** A renewal, as it happens anyway; it shows whether the refresh token was replaced. */
export const refreshRotation = (): Check => ({
  id: 'refresh-rotation',
  group: 'tokens',
  title: $localize`Refresh token rotation`,
  problem: $localize`Refresh tokens do not rotate`,
  why: $localize`A refresh token that works only once is worth little to a thief, and the tenant notices its second use.`,
  async run({ tokens, renewal, exchange }) {
    if ((await tokens()) === undefined) return nobodySignedIn();
    const renewed = await renewal();
    switch (renewed.kind) {
      case 'noRefreshToken':
        return waits(['refresh-tokens'], $localize`There is no refresh token to renew with.`);
      case 'refused':
        if (refusesGrant(await exchange('refresh_token'))) {
          return waits(
            ['grant-refresh-token'],
            $localize`The tenant does not let this application renew tokens. Fix the grant type first.`,
          );
        }

        return called(
          $localize`The tenant refuses to renew the token`,
          failure($localize`The tenant refused to renew the token. Sign in again.`, {
            setting: rotationSetting(),
            page: 'application',
          }),
        );
      case 'renewed':
        if (renewed.rotated === undefined) {
          return cannotBeSeen(
            $localize`The portal keeps its refresh token to itself. Look at the setting yourself.`,
            { setting: rotationSetting(), page: 'application' },
          );
        }

        return renewed.rotated
          ? ok($localize`A renewal replaced the refresh token.`)
          : failure(
              $localize`A renewal left the refresh token as it was.`,
              inTenantFile(
                rotationSetting(),
                'refresh_token:\n  rotation_type: rotating\n  expiration_type: expiring',
                { page: 'application' },
              ),
            );
    }
  },
});

/** To see it, an old token would have to be used again, which ends the session where there is no overlap. */
export const refreshOverlap = (): Check => ({
  id: 'refresh-overlap',
  group: 'tokens',
  title: $localize`Rotation overlap`,
  problem: $localize`There is no rotation overlap`,
  why: $localize`If the answer with a new refresh token is lost, the old one must still work for a moment. Otherwise the person is signed out.`,
  run: () =>
    Promise.resolve(
      cannotBeSeen(
        $localize`This cannot be tried: to use an old token again looks like theft to the tenant, and ends the session. Look at the setting yourself: a few seconds are enough.`,
        inTenantFile(
          $localize`Applications › your application › Settings › Refresh Token Rotation › Rotation Overlap Period`,
          'refresh_token:\n  leeway: 10',
          { page: 'application' },
        ),
      ),
    ),
});

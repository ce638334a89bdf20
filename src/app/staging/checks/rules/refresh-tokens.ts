import type { Check } from './check';
import { refusesGrant } from './grant-types';
import { cannotBeSeen, failure, inTenantFile, nobodySignedIn, ok, waits, warning } from './verdict';

const rotationSetting = () =>
  $localize`Applications › your application › Settings › Refresh Token Rotation`;

export const refreshTokens = (): Check => ({
  id: 'refresh-tokens',
  group: 'tokens',
  title: $localize`Refresh tokens for the Management API`,
  why: $localize`Without one, the first person is asked to sign in again when the access token ends, in the middle of a link if it comes to that.`,
  async run({ tokens }) {
    const facts = await tokens();
    if (facts === undefined) return nobodySignedIn();
    if (facts.hasRefreshToken) return ok($localize`The sign-in brought one.`);

    return warning(
      $localize`The sign-in brought none.`,
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
  why: $localize`In a browser a refresh token that is used once only is worth little to a thief, and its second use is noticed.`,
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
            $localize`The tenant allows no renewal to this application; mend the check of the grant first.`,
          );
        }

        return failure($localize`The tenant refused to renew the token. Sign in again.`, {
          setting: rotationSetting(),
          page: 'application',
        });
      case 'renewed':
        return renewed.rotated
          ? ok($localize`A renewal brought another refresh token in place of the old one.`)
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
  why: $localize`Where an answer with a new refresh token is lost, the old one must still do for a moment, or the person is signed out.`,
  run: () =>
    Promise.resolve(
      cannotBeSeen(
        $localize`Trying it would use an old token once more, and the tenant would take that for theft and end the session. Look it up: a few seconds are enough.`,
        inTenantFile(
          $localize`Applications › your application › Settings › Refresh Token Rotation › Rotation Overlap Period`,
          'refresh_token:\n  leeway: 10',
          { page: 'application' },
        ),
      ),
    ),
});

import { defined, type JsonObject } from '../../protocol/json.ts';
import { accountProfile } from '../../state/people/shown-profile.ts';
import type { User } from '../../state/people/user.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** Picks the claims about a person that the scopes open. Metadata is never among them. */
export function profileClaims(
  user: User,
  scope: readonly string[],
  { issuer }: TenantState,
): JsonObject {
  const profile = accountProfile(user.identities[0], issuer);

  return {
    ...(scope.includes('profile') &&
      defined({
        nickname: profile.nickname,
        name: profile.name,
        given_name: profile.given_name,
        family_name: profile.family_name,
        picture: profile.picture,
        updated_at: user.updated_at,
      })),
    ...(scope.includes('email') &&
      defined({ email: profile.email, email_verified: profile.email_verified })),
    ...(scope.includes('phone') &&
      defined({
        phone_number: profile.phone_number,
        phone_number_verified: profile.phone_verified,
      })),
  };
}

import type { ProbeAnswer, ProbedGrant } from '../../../management-api/tenant-probe';
import type { Check } from './check';
import { failure, inTenantFile, ok, signInFailure, tenantSilent } from './verdict';

const words = {
  authorization_code: {
    title: $localize`Grant type: Authorization Code`,
    problem: $localize`Grant type Authorization Code is off`,
    why: $localize`This application signs people in by it, to both accounts.`,
    label: 'Authorization Code',
  },
  refresh_token: {
    title: $localize`Grant type: Refresh Token`,
    problem: $localize`Grant type Refresh Token is off`,
    why: $localize`It renews the first account's token without the tenant's cookie. After a second sign-in, that cookie is the other account's.`,
    label: 'Refresh Token',
  },
} as const satisfies Record<ProbedGrant, object>;

/** Whether the application may not use the grant that was tried, whatever it was tried with. */
export const refusesGrant = (answer: ProbeAnswer): boolean =>
  answer.kind === 'answered' && answer.json['error'] === 'unauthorized_client';

/** Found out with a code or a token that nobody has given: what matters is what is refused about it. */
export const grantType = (grant: ProbedGrant): Check => ({
  id: `grant-${grant.replace('_', '-')}`,
  group: 'application',
  title: words[grant].title,
  problem: words[grant].problem,
  why: words[grant].why,
  async run({ exchange }) {
    const answer = await exchange(grant);
    if (answer.kind === 'unreadable') return tenantSilent('token-cors');
    if (refusesGrant(answer)) {
      return (grant === 'authorization_code' ? signInFailure : failure)(
        $localize`The tenant does not allow this grant for this application.`,
        inTenantFile(
          $localize`Applications › your application › Settings › Advanced › Grant Types › ${words[grant].label}:label:`,
          `grant_types:\n  - ${grant}`,
          { page: 'application' },
        ),
      );
    }

    return ok(
      $localize`The tenant allows it: it refused the made-up value that was tried, not the grant.`,
    );
  },
});

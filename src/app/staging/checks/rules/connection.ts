import type { Connection } from '../../../identity/connection';
import type { SecondAccountRefusal } from '../../../identity/failure';
import type { SecondAccountClaims } from '../../../identity/sign-in/second-account';
import { personal } from '../../../trace/personal';
import type { Check } from './check';
import {
  called,
  failure,
  inTenantFile,
  noMessage,
  ok,
  waits,
  warning,
  type Fact,
  type Verdict,
} from './verdict';

export const connectionEnabled = (connection: Connection): Check => ({
  id: `connection-${connection.name}`,
  group: 'connections',
  title: $localize`Connection: ${connection.label}:label:`,
  problem: $localize`${connection.label}:label: is not enabled`,
  why: $localize`This site offers it to people. If the tenant does not know it, or has not enabled it for this application, they end on an error page.`,
  connection,
  async run({ silent, appUrl }) {
    const { name } = connection;
    const request = { redirectUri: `${appUrl}/link/callback`, withSession: false };
    const answer = await silent({ ...request, connection: name });
    if (answer.kind !== 'answered') return noMessage();
    if (answer.error === 'login_required') {
      return ok(
        $localize`The tenant accepts “${name}:connection:”. A dry sign-in shows whether its provider works.`,
      );
    }

    const plain = await silent(request);
    if (plain.kind === 'answered' && plain.error === answer.error) {
      return waits(
        ['application-requests'],
        $localize`The tenant refuses every request of this application (${answer.error ?? '–'}:code:). Fix that first.`,
      );
    }

    return failure(
      $localize`The tenant refuses “${name}:connection:” (${answer.error ?? '–'}:code:).`,
      inTenantFile(
        $localize`Authentication › your connection › Applications: enable it for this application`,
        `- name: ${name}\n  strategy: ${connection.strategy}\n  enabled_clients:\n    - Ligature`,
        { page: 'connections' },
      ),
    );
  },
});

/** What a dry sign-in has shown: the claims that came back, and what the policy would say to a link. */
export function drySignInVerdict(
  claims: SecondAccountClaims,
  refusal: SecondAccountRefusal | undefined,
  { label }: Pick<Connection, 'label'>,
): Verdict {
  const { authenticatedAtMs, issuedAtMs } = claims;
  const facts: readonly Fact[] = [
    { name: 'sub', value: personal('id', claims.subject) },
    { name: 'email_verified', value: claims.email === 'none' ? '–' : claims.email === 'verified' },
    { name: 'auth_time', value: authenticatedAtMs === undefined ? '–' : authenticatedAtMs / 1000 },
    { name: 'iat', value: issuedAtMs / 1000 },
  ];
  if (refusal === undefined) {
    return ok($localize`The dry sign-in came back, and the policy would allow the link.`, facts);
  }

  return called(
    $localize`${label}:label:: the policy refuses the dry sign-in`,
    warning(refusalWords[refusal], { setting: refusalSetting(refusal) }, facts),
  );
}

const refusalWords: Readonly<Record<SecondAccountRefusal, string>> = {
  'same-account': $localize`The dry sign-in came back, and the policy would refuse it: it is the account that you are signed in with.`,
  'already-linked': $localize`The dry sign-in came back, and the policy would refuse it: it is linked already.`,
  'not-fresh': $localize`The dry sign-in came back, and the policy would refuse it: its token does not say that the person has just signed in.`,
  'email-unverified': $localize`The dry sign-in came back, and the policy would refuse it: its email address is not verified.`,
};

const refusalSetting = (refusal: SecondAccountRefusal): string =>
  refusal === 'email-unverified'
    ? $localize`Verify the email address at the provider, or trust the company connection in policy.trustedEmailConnections`
    : $localize`Nothing to fix: try it with another account`;

import type { Check } from './check';
import { askSilently } from './silent-session';
import { signInFailure, inTenantFile, ok, waits, type Fix } from './verdict';

/** What the tenant answers to a request that it would go on with, if only it might ask somebody. */
const goesOn: ReadonlySet<string | undefined> = new Set([
  undefined,
  'login_required',
  'consent_required',
  'interaction_required',
]);

export const applicationRequests = (): Check => ({
  id: 'application-requests',
  group: 'application',
  title: $localize`Requests of this application`,
  problem: $localize`The tenant refuses every request of this application`,
  why: $localize`If the tenant refuses whatever this application asks, nobody can sign in, even if everything else is right.`,
  async run(context) {
    const answer = await askSilently(context, false);
    if (answer.kind !== 'answered') {
      return waits(
        ['callback', 'web-origin'],
        $localize`No message comes back from the tenant; see the checks of the callback URL and the web origin.`,
      );
    }
    if (goesOn.has(answer.error))
      return ok($localize`The tenant accepts what this application asks.`);

    return signInFailure(
      $localize`The tenant refuses every request of this application: ${answer.error ?? ''}:code:, “${answer.description}:words:”.`,
      fixFor(answer.description),
    );
  },
});

/** Whoever looks at this page can read the tenant's words; only the most common case has a place to lead to. */
const fixFor = (description: string): Fix =>
  /organi[sz]ation/i.test(description)
    ? inTenantFile(
        $localize`Applications › your application › Organizations › Types of Users: Both, or invite everyone`,
        'organization_usage: allow',
        { page: 'application' },
      )
    : {
        setting: $localize`Applications › your application, and the setting that the tenant's words name`,
        page: 'application',
      };

import type { Check } from './check';
import { called, failure, inLocalFile, inTenantFile, nobodySignedIn, ok, warning } from './verdict';

export const managementCors = (): Check => ({
  id: 'management-cors',
  group: 'tenant',
  title: $localize`Management API from this page (CORS)`,
  problem: $localize`The Management API keeps this page out`,
  why: $localize`This page itself reads and links accounts, with the person's own token.`,
  async run({ ownAccount, origin, config }) {
    const answer = await ownAccount();
    if (answer === undefined) return nobodySignedIn();
    if (answer.kind === 'unreadable') {
      return failure(
        $localize`This page may not read what ${config.tenant.audience}:api: answers.`,
        inTenantFile(
          $localize`Applications › your application › Settings › Cross-Origin Authentication › Allowed Origins (CORS), and connect-src in the Content-Security-Policy of this page`,
          `web_origins:\n  - ${origin}`,
          { page: 'application', value: origin },
        ),
      );
    }
    if (answer.status !== 200) {
      return called(
        $localize`The Management API does not show the account`,
        failure(
          $localize`The Management API answers, but does not show people their own account.`,
          {
            setting: $localize`See the checks of the token for the Management API and of the scopes`,
          },
          [{ name: $localize`status`, value: answer.status }],
        ),
      );
    }

    return ok($localize`This page can read the account of whoever is signed in.`);
  },
});

export const rateLimitHeaders = (): Check => ({
  id: 'rate-limit-headers',
  group: 'tenant',
  title: $localize`Rate limit headers`,
  problem: $localize`Rate limit headers cannot be read`,
  why: $localize`They say how long to wait after too many calls. Without them the application guesses, which works but takes longer.`,
  async run({ ownAccount }) {
    const answer = await ownAccount();
    if (answer === undefined) return nobodySignedIn();
    if (answer.kind === 'answered' && answer.rateLimit.remaining !== undefined) {
      return ok($localize`The tenant shows how many calls are left.`, [
        { name: 'x-ratelimit-remaining', value: answer.rateLimit.remaining },
      ]);
    }

    return warning(
      $localize`This page cannot read how many calls are left.`,
      inLocalFile(
        $localize`Auth0 has no setting for this. The local tenant has one:`,
        '"rateLimit": { "exposeHeaders": true }',
      ),
    );
  },
});

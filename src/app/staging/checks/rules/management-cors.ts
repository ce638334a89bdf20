import type { Check } from './check';
import { failure, inLocalFile, inTenantFile, nobodySignedIn, ok, warning } from './verdict';

export const managementCors = (): Check => ({
  id: 'management-cors',
  group: 'tenant',
  title: $localize`Management API lets this page in (CORS)`,
  why: $localize`Accounts are read and linked by this page itself, with the person's own token.`,
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
      return failure(
        $localize`The Management API answers, but does not show the person their own account.`,
        { setting: $localize`See the checks of the audience and of the scopes` },
        [{ name: 'status', value: answer.status }],
      );
    }

    return ok($localize`The signed-in person's account can be read.`);
  },
});

export const rateLimitHeaders = (): Check => ({
  id: 'rate-limit-headers',
  group: 'tenant',
  title: $localize`Rate-limit headers can be read`,
  why: $localize`They tell how long to wait when there were too many calls. Without them the application waits by guess, which works and takes longer.`,
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
        $localize`Auth0 has no setting for it. On the local tenant it is one:`,
        '"rateLimit": { "exposeHeaders": true }',
      ),
    );
  },
});

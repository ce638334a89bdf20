import type { Check } from './check';
import { cannotBeSeen, inLocalFile, nobodySignedIn, ok, warning } from './verdict';

/** What a link with settings to merge asks of the Management API in a row. */
const callsOfALink = 7;

export const rateLimitRoom = (): Check => ({
  id: 'rate-limit-room',
  group: 'tenant',
  title: $localize`Room for one link in the rate limit`,
  problem: $localize`The rate limit is too low for a link`,
  why: $localize`A link takes up to seven calls, and everyone at a tenant shares its limit. A free tenant allows two calls at once; the others wait.`,
  async run({ ownAccount }) {
    const answer = await ownAccount();
    if (answer === undefined) return nobodySignedIn();
    const { limit, remaining } = answer.kind === 'answered' ? answer.rateLimit : {};
    if (limit === undefined) {
      return cannotBeSeen($localize`A page cannot read the headers that say what the limit is.`, {
        setting: $localize`See Auth0's rate limits for your plan`,
      });
    }
    const facts = [
      { name: 'x-ratelimit-limit', value: limit },
      { name: 'x-ratelimit-remaining', value: remaining ?? '–' },
    ];

    return limit >= callsOfALink
      ? ok(
          $localize`${limit}:limit: calls at once, and a link takes ${callsOfALink}:calls:.`,
          facts,
        )
      : warning(
          $localize`${limit}:limit: calls at once, and a link takes ${callsOfALink}:calls:. Links will wait, and when there are many at once some will fail with “busy”.`,
          inLocalFile(
            $localize`A plan with a higher limit for the Management API. On the local tenant:`,
            '"rateLimit": { "burst": 10, "perSecond": 10 }',
          ),
          facts,
        );
  },
});

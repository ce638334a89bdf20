import type { Check } from './check';
import { cannotBeSeen, inLocalFile, nobodySignedIn, ok, warning } from './verdict';

/** What a link with settings to merge asks of the Management API in a row. */
const callsOfALink = 7;

export const rateLimitRoom = (): Check => ({
  id: 'rate-limit-room',
  group: 'tenant',
  title: $localize`Room for one link in the rate limit`,
  why: $localize`A link takes up to seven calls, and all people of a tenant share its limit. A free tenant takes two at once; the rest waits.`,
  async run({ ownAccount }) {
    const answer = await ownAccount();
    if (answer === undefined) return nobodySignedIn();
    const { limit, remaining } = answer.kind === 'answered' ? answer.rateLimit : {};
    if (limit === undefined) {
      return cannotBeSeen(
        $localize`The headers that tell of the limit cannot be read from a page.`,
        { setting: $localize`See Auth0's rate limits for your plan` },
      );
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
          $localize`${limit}:limit: calls at once, and a link takes ${callsOfALink}:calls:. Links will wait, and many at once will fail with “busy”.`,
          inLocalFile(
            $localize`A plan with a higher limit of the Management API. On the local tenant:`,
            '"rateLimit": { "burst": 10, "perSecond": 10 }',
          ),
          facts,
        );
  },
});

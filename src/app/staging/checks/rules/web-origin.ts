import { callbackSeen } from './callback-urls';
import type { Check } from './check';
import { failure, inTenantFile, ok, waits } from './verdict';

export const webOrigin = (): Check => ({
  id: 'web-origin',
  group: 'application',
  title: $localize`Web origin`,
  problem: $localize`The web origin is not allowed`,
  why: $localize`A silent frame answers with a message, which the tenant sends to listed origins alone. Without it, codes typed into this site do not work, and neither do the checks that ask silently.`,
  async run(context) {
    const redirectUri = `${context.appUrl}/link/callback`;
    const answer = await context.silent({ redirectUri, withSession: false });
    if (answer.kind === 'answered') {
      return ok($localize`The tenant's messages reach ${context.origin}:origin:.`);
    }
    if ((await callbackSeen(context, redirectUri)) !== 'redirected') {
      return waits(
        ['callback-link'],
        $localize`Nobody knows whether the callback URL is right. Fix that first.`,
      );
    }

    return failure(
      $localize`The tenant redirects to this application, but its messages do not come here.`,
      inTenantFile(
        $localize`Applications › your application › Settings › Application URIs › Allowed Web Origins`,
        `web_origins:\n  - ${context.origin}`,
        { page: 'application', value: context.origin },
      ),
    );
  },
});

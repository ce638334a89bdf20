import { callbackSeen } from './callback-urls';
import type { Check } from './check';
import { failure, inTenantFile, ok, waits } from './verdict';

export const webOrigin = (): Check => ({
  id: 'web-origin',
  group: 'application',
  title: $localize`Web origin`,
  why: $localize`A silent frame answers with a message, and the tenant sends it to listed origins alone. Without it a code that is typed into this site yields nothing, and neither do the checks that ask in silence.`,
  async run(context) {
    const redirectUri = `${context.appUrl}/link/callback`;
    const answer = await context.silent({ redirectUri, withSession: false });
    if (answer.kind === 'answered') {
      return ok($localize`The tenant's messages reach ${context.origin}:origin:.`);
    }
    if ((await callbackSeen(context, redirectUri)) !== 'redirected') {
      return waits(
        ['callback-link'],
        $localize`The callback URL is not known to be right; mend that first.`,
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

import type { Check } from './check';
import { signInFailure, inTenantFile, ok, waits } from './verdict';

export const tokenCors = (): Check => ({
  id: 'token-cors',
  group: 'application',
  title: $localize`Token endpoint from this page (CORS)`,
  problem: $localize`The token endpoint keeps this page out (CORS)`,
  why: $localize`This page itself exchanges a code for tokens. If the tenant does not list its origin, the browser keeps the answer from it.`,
  async run({ exchange, discovery, origin }) {
    if ((await exchange('authorization_code')).kind === 'answered') {
      return ok($localize`Pages of ${origin}:origin: can read the answer of /oauth/token.`);
    }
    if ((await discovery()).kind === 'unreadable') {
      return waits(['tenant-reachable'], $localize`The tenant cannot be reached. Fix that first.`);
    }

    return signInFailure(
      $localize`The tenant answers, but this page may not read what /oauth/token says.`,
      inTenantFile(
        $localize`Applications › your application › Settings › Cross-Origin Authentication › Allowed Origins (CORS), or Allowed Web Origins`,
        `web_origins:\n  - ${origin}`,
        { page: 'application', value: origin },
      ),
    );
  },
});

import type { Check } from './check';
import { signInFailure, inTenantFile, ok, waits } from './verdict';

export const tokenCors = (): Check => ({
  id: 'token-cors',
  group: 'application',
  title: $localize`Token endpoint lets this page in (CORS)`,
  why: $localize`A code is exchanged for tokens by this page itself. Where the tenant does not list its origin, the browser keeps the answer from it.`,
  async run({ exchange, discovery, origin }) {
    if ((await exchange('authorization_code')).kind === 'answered') {
      return ok($localize`The answer of /oauth/token can be read from ${origin}:origin:.`);
    }
    if ((await discovery()).kind === 'unreadable') {
      return waits(['tenant-reachable'], $localize`The tenant cannot be reached at all.`);
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

import type { Check } from './check';
import { cannotBeSeen, failure, inTenantFile, ok } from './verdict';

export const logoutUrl = (): Check => ({
  id: 'logout-url',
  group: 'application',
  title: $localize`Logout URL`,
  problem: $localize`The logout URL is not allowed`,
  why: $localize`Signing out leads back to the start page. If that address is not listed, people end on an error page and cannot tell whether they are signed out.`,
  async run({ logoutRedirects, startUrl }) {
    const fix = inTenantFile(
      $localize`Applications › your application › Settings › Application URIs › Allowed Logout URLs`,
      `allowed_logout_urls:\n  - ${startUrl}`,
      { page: 'application', value: startUrl },
    );
    switch (await logoutRedirects()) {
      case 'redirected':
        return ok(
          $localize`Signing out leads to ${startUrl}:address:. This was asked without cookies, so nobody was signed out.`,
        );
      case 'stayed':
        return failure($localize`Signing out does not lead back to ${startUrl}:address:.`, fix);
      case 'blockedHere':
      case 'notSeen':
        return cannotBeSeen(
          $localize`Only Chromium browsers can ask this without signing you out, and only if this page's policy allows frames of the tenant.`,
          fix,
        );
    }
  },
});

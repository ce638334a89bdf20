import type { Check } from './check';
import { cannotBeSeen, failure, inTenantFile, ok } from './verdict';

export const popups = (): Check => ({
  id: 'popups',
  group: 'browser',
  title: $localize`Windows open, and come back`,
  why: $localize`The second sign-in happens in a window of its own, so that this page keeps what it has. The window goes to the tenant, comes back to the callback URL and hands its answer to this page. Where windows are blocked the full page takes its place.`,
  async run({ appUrl, tryWindow }) {
    switch (await tryWindow()) {
      case 'arrived':
        return ok($localize`A window went to the tenant, came back and brought its answer.`);
      case 'lost':
        return failure(
          $localize`A window opened and went to the tenant, and no answer came back from it.`,
          inTenantFile(
            $localize`Applications › your application › Settings › Application URIs › Allowed Callback URLs: this address must be there. If it is, this browser keeps its windows apart: set “transport” to “redirect” for its people.`,
            `callbacks:\n  - ${appUrl}/link/callback`,
            { page: 'application', value: `${appUrl}/link/callback` },
          ),
        );
      case 'blocked':
        return failure($localize`The browser blocked the window.`, {
          setting: $localize`The browser's settings for this site: allow pop-up windows. On managed devices, the policy PopupsAllowedForUrls.`,
        });
      case 'notInAClick':
        return cannotBeSeen(
          $localize`A browser lets a page open a window only on a click. Press “Run again” here.`,
        );
    }
  },
});

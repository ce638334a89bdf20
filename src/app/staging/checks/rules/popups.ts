import type { Check } from './check';
import { called, cannotBeSeen, failure, inTenantFile, ok } from './verdict';

export const popups = (): Check => ({
  id: 'popups',
  group: 'browser',
  title: $localize`Sign-in windows`,
  problem: $localize`Sign-in windows do not come back`,
  why: $localize`The second sign-in happens in a window of its own, so that this page stays as it is. The window goes to the tenant, comes back to the callback URL and hands its answer to this page. Where windows are blocked, people sign in in this tab instead.`,
  async run({ appUrl, tryWindow }) {
    switch (await tryWindow()) {
      case 'arrived':
        return ok($localize`A window went to the tenant and came back with its answer.`);
      case 'lost':
        return failure(
          $localize`A window opened and went to the tenant, but no answer came back.`,
          inTenantFile(
            $localize`Applications › your application › Settings › Application URIs › Allowed Callback URLs: this address must be in the list. If it is, this browser keeps its windows apart: set “transport” to “redirect” for people who use it.`,
            `callbacks:\n  - ${appUrl}/link/callback`,
            { page: 'application', value: `${appUrl}/link/callback` },
          ),
        );
      case 'blocked':
        return called(
          $localize`The browser blocks sign-in windows`,
          failure($localize`The browser blocked the window.`, {
            setting: $localize`The browser's settings for this site: allow pop-up windows. On managed devices, the policy PopupsAllowedForUrls.`,
          }),
        );
      case 'notInAClick':
        return cannotBeSeen(
          $localize`A page may open a window only on a click. Press “Run again” here.`,
        );
    }
  },
});

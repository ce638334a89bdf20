import type { Check } from './check';
import { cannotBeSeen, failure, ok } from './verdict';

export const popups = (): Check => ({
  id: 'popups',
  group: 'browser',
  title: $localize`Windows may be opened`,
  why: $localize`The second sign-in happens in a window of its own, so that this page keeps what it has. Where windows are blocked the full page takes its place.`,
  run({ tryWindow }) {
    switch (tryWindow()) {
      case 'opened':
        return Promise.resolve(ok($localize`A window could be opened, and is closed again.`));
      case 'blocked':
        return Promise.resolve(
          failure($localize`The browser blocked the window.`, {
            setting: $localize`The browser's settings for this site: allow pop-up windows. On managed devices, the policy PopupsAllowedForUrls.`,
          }),
        );
      case 'notInAClick':
        return Promise.resolve(
          cannotBeSeen(
            $localize`A browser lets a page open a window only on a click. Press “Run again” here.`,
          ),
        );
    }
  },
});

import type { CheckStatus } from './rules/check-result';

/** How a check stands, in a word or two. */
export const statusWords: Readonly<Record<CheckStatus, string>> = {
  waiting: $localize`waiting`,
  running: $localize`running`,
  ok: $localize`ok`,
  warning: $localize`warning`,
  failure: $localize`failure`,
  notApplicable: $localize`not applicable`,
  cannotBeSeen: $localize`cannot be seen`,
};

import type { CheckProgress } from './rules/check-result';

/** How a check stands, in a word or two. */
export function progressWords(progress: CheckProgress): string {
  switch (progress.status) {
    case 'waiting':
      return $localize`waiting`;
    case 'running':
      return $localize`running`;
    case 'done':
      return statusWords(progress.verdict.status);
  }
}

export function statusWords(
  status: 'ok' | 'warning' | 'failure' | 'notApplicable' | 'cannotBeSeen',
) {
  switch (status) {
    case 'ok':
      return $localize`ok`;
    case 'warning':
      return $localize`warning`;
    case 'failure':
      return $localize`failure`;
    case 'notApplicable':
      return $localize`not applicable`;
    case 'cannotBeSeen':
      return $localize`cannot be seen`;
  }
}

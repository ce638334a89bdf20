import type { CheckGroup } from './rules/check';
import type { CheckResult } from './rules/check-result';

export interface ShownGroup {
  readonly id: CheckGroup;
  readonly title: string;
  readonly results: readonly CheckResult[];
}

const order: readonly CheckGroup[] = [
  'setup',
  'tenant',
  'application',
  'tokens',
  'browser',
  'page',
  'connections',
];

/** Whether a check has not ended well, or not at all. */
export const needsALook = ({ progress }: CheckResult): boolean =>
  progress.status !== 'done' || !['ok', 'notApplicable'].includes(progress.verdict.status);

/** The checks under their headings. */
export const groupsOf = (results: readonly CheckResult[]): readonly ShownGroup[] =>
  order
    .map((id) => ({
      id,
      title: titleOf(id),
      results: results.filter(({ check }) => check.group === id),
    }))
    .filter((group) => group.results.length > 0);

function titleOf(group: CheckGroup): string {
  switch (group) {
    case 'setup':
      return $localize`Configuration`;
    case 'tenant':
      return $localize`Tenant and Management API`;
    case 'application':
      return $localize`Application at the tenant`;
    case 'tokens':
      return $localize`Tokens`;
    case 'browser':
      return $localize`This browser`;
    case 'page':
      return $localize`This page`;
    case 'connections':
      return $localize`Connections`;
  }
}

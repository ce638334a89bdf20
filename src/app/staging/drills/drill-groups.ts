import type { DrillGroup } from './catalogue/drill';
import type { DrillResult } from './judge/drill-result';

export interface ShownDrills {
  readonly id: DrillGroup;
  readonly title: string;
  readonly results: readonly DrillResult[];
}

const order: readonly DrillGroup[] = ['links', 'choices', 'refusals', 'faults'];

/** The drills under their headings. */
export const drillGroups = (results: readonly DrillResult[]): readonly ShownDrills[] =>
  order
    .map((id) => ({
      id,
      title: titleOf(id),
      results: results.filter(({ drill }) => drill.group === id),
    }))
    .filter((group) => group.results.length > 0);

function titleOf(group: DrillGroup): string {
  switch (group) {
    case 'links':
      return $localize`Link and unlink by each connection`;
    case 'choices':
      return $localize`What people decide`;
    case 'refusals':
      return $localize`What is refused`;
    case 'faults':
      return $localize`Faults of the tenant and the network`;
  }
}

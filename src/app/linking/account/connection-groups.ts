import { connectionKind } from '../../identity/connection-kinds';

/** Where people know a way to sign in from. */
export type GroupId = 'work' | 'personal' | 'code';

/** Things that people look for together. */
export interface Group<Item> {
  readonly id: GroupId;
  readonly items: readonly Item[];
}

/** From how many rows on a list is searched, and shown in groups. */
export const manyRows = 8;

/** What the groups are called. */
export const groupNames: Readonly<Record<GroupId, string>> = {
  work: $localize`Work`,
  personal: $localize`Personal`,
  code: $localize`Code`,
};

/** Sorts things by where people know them from, each by its strategy; what has nothing in it is left out. */
export function inGroups<Item>(
  items: readonly Item[],
  strategyOf: (item: Item) => string,
): readonly Group<Item>[] {
  const sorted: Readonly<Record<GroupId, Item[]>> = { work: [], personal: [], code: [] };
  for (const item of items) sorted[groupOf(strategyOf(item))].push(item);

  return (['work', 'personal', 'code'] as const)
    .map((id) => ({ id, items: sorted[id] }))
    .filter((group) => group.items.length > 0);
}

function groupOf(strategy: string): GroupId {
  switch (connectionKind(strategy).type) {
    case 'enterprise':
      return 'work';
    case 'passwordless':
      return 'code';
    case 'social':
    case 'database':
      return 'personal';
  }
}

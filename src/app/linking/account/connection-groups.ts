import { connectionKind } from '../../identity/connection-kinds';
import type { Connection } from '../../identity/connection';

/** Ways to sign in that people look for together. */
export interface ConnectionGroup {
  readonly id: 'work' | 'personal' | 'code';
  readonly connections: readonly Connection[];
}

/** Sorts what can be added by where people know it from; what has nothing in it is left out. */
export function connectionGroups(connections: readonly Connection[]): readonly ConnectionGroup[] {
  return (['work', 'personal', 'code'] as const)
    .map((id) => ({ id, connections: connections.filter((one) => groupOf(one) === id) }))
    .filter((group) => group.connections.length > 0);
}

function groupOf({ strategy }: Connection): ConnectionGroup['id'] {
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

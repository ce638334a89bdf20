import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Group } from '../../src/state/group.ts';
import { setUpTenant } from '../testing/tenant.ts';

test('a part that nobody can clear is found at the first reset', () => {
  class Forgetful extends Group {
    readonly visits = new Map<string, number>();
    readonly lastVisit = { at: 0 };
  }

  assert.throws(() => new Forgetful().clear(), /Forgetful\.lastVisit has no clear\(\)/);
});

test('a reset clears every part of the tenant, and every part of those', () => {
  const { state } = setUpTenant();
  const cleared: string[] = [];
  const watch = (parts: object, path: string): string[] =>
    Object.entries(parts).flatMap(([name, part]: [string, { clear: () => void }]) => {
      const clear = part.clear.bind(part);
      const own = part instanceof Group ? watch(part, `${path}${name}.`) : [];
      // Not enumerable: it is no part of the group.
      Object.defineProperty(part, 'clear', {
        value: () => {
          cleared.push(`${path}${name}`);
          clear();
        },
      });

      return [`${path}${name}`, ...own];
    });
  const parts = watch(state, '');

  state.reset();

  assert.ok(parts.includes('signIns.sessions') && parts.includes('control.clock'));
  assert.deepEqual(cleared.toSorted(), parts.toSorted());
});

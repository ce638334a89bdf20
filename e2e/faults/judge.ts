import type { LocalTenant } from '../testing/local-tenant.ts';
import { changedValues, lostValues, truthOf, type Before, type Truth } from './invariants.ts';
import type { Case } from './matrix.ts';
import type { Person } from './person.ts';
import type { Said } from './page-states.ts';

/** I1, I8 and I9: nothing is lost, nothing is changed unasked, and what the page says is so. */
export function judge(
  said: Said,
  { direction, step }: Case,
  before: Before,
  truth: Truth,
): string[] {
  const isDone = step.flow === 'link' ? truth.isLinked : !truth.isLinked;
  const lost = step.flow === 'link' ? lostValues(before, truth, direction) : [];
  const changed = changedValues(before, truth, direction);

  return [
    ...(said === 'done' && !isDone ? ['I9: said done, and it is not'] : []),
    ...(said === 'notDone' && isDone ? ['I9: said not done, and it is'] : []),
    ...(lost.length > 0 ? [`I1: lost ${lost.join()}`] : []),
    ...(changed.length > 0 ? [`I8: changed ${changed.join()}`] : []),
  ];
}

/** Whether the person's own way in is the second account by now: theirs is the one that was kept. */
export async function hasBecomeSecond(
  { direction, step }: Case,
  tenant: LocalTenant,
): Promise<boolean> {
  return step.flow === 'link' && direction === 'keepSecond' && (await truthOf(tenant)).isLinked;
}

/** I3: whoever is shown as signed in is the account that they have; nobody has become another unasked. */
export async function judgePerson(
  person: Person,
  tried: Case,
  tenant: LocalTenant,
): Promise<string[]> {
  const shouldBeSecond = await hasBecomeSecond(tried, tenant);
  const own = await person.ownMethod({ withGoogle: shouldBeSecond });

  return own.includes('Google') === shouldBeSecond ? [] : ['I3: signed in as the other account'];
}

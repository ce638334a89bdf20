import type { Page } from '@playwright/test';

import type { LocalTenant } from '../local-tenant.ts';
import { changedValues, lostValues, truthOf, type Before, type Truth } from './invariants.ts';
import type { Case } from './matrix.ts';
import type { Said } from './person.ts';

/** I1, I8 and I9: what was said is so, and no value is lost or changed. */
export function judgeSaid(
  said: Said,
  { direction, step }: Case,
  before: Before,
  truth: Truth,
): string[] {
  const isDone = step.flow === 'link' ? truth.isLinked : !truth.isLinked;
  const broken: string[] = [];
  if (said === 'done' && !isDone) broken.push('I9: said done, and it is not');
  if (said === 'notDone' && isDone) broken.push('I9: said not done, and it is');
  if (step.flow === 'unlink') return broken;
  const lost = lostValues(before, truth, direction);
  if (lost.length > 0) broken.push(`I1: lost ${lost.join()}`);
  const changed = changedValues(before, truth, direction);
  if (changed.length > 0) broken.push(`I8: changed ${changed.join()}`);

  return broken;
}

/** I3: whoever is shown as signed in is the account that they have; nobody has become another unasked. */
export async function judgePerson(
  page: Page,
  { direction, step }: Case,
  tenant: LocalTenant,
): Promise<string[]> {
  const { isLinked } = await truthOf(tenant);
  await page.goto('/account');
  await page
    .getByRole('list', { name: 'Sign-in methods' })
    .or(page.locator('[data-failure]'))
    .first()
    .waitFor();
  const own = page.getByRole('list', { name: 'Sign-in methods' }).getByRole('listitem').first();
  if (!(await own.isVisible())) return [];
  const isSecond = (await own.textContent())?.includes('Google') ?? false;
  const shouldBeSecond = step.flow === 'link' && direction === 'keepSecond' && isLinked;

  return isSecond === shouldBeSecond ? [] : ['I3: signed in as the other account'];
}

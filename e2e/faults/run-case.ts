import type { Browser } from '@playwright/test';

import { type LocalTenant } from '../local-tenant.ts';
import { ada } from '../people.ts';
import { arm } from './arm.ts';
import { truthOf, type Before } from './invariants.ts';
import { judgePerson, judgeSaid } from './judge.ts';
import type { Case } from './matrix.ts';
import { patience, Person, type Said } from './person.ts';

/** Which promises a case broke, and what was said on the way; nothing broken is what is wanted. */
export interface Verdict {
  readonly tried: Case;
  readonly said: readonly Said[];
  readonly broken: readonly string[];
}

const mostSteps = 6;

/** Goes through a link or an unlink on which one thing goes wrong, to its end, and judges it. */
export async function runCase(
  tried: Case,
  { browser, tenant, origin }: { browser: Browser; tenant: LocalTenant; origin: string },
): Promise<Verdict> {
  await tenant.reset();
  if (tried.step.flow === 'unlink') await tenant.link(ada.userId, ada.googleId);
  const before = await beforeOf(tenant);
  const context = await browser.newContext({ baseURL: origin, locale: 'en-US' });
  // The verdict is about what is said, never about how fast this machine is.
  context.setDefaultTimeout(patience);
  try {
    const person = new Person(context, await context.newPage(), tried.direction);
    await person.signIn();
    const said: Said[] = [];
    const broken: string[] = [];
    const { happened } = await arm(person.page, tried, tenant);
    let interrupted: Promise<'interrupted'> | undefined = happened;
    await begin(person, tried);

    for (let step = 0; step < mostSteps; step += 1) {
      const heard = await Promise.race([
        person.listen(),
        ...(interrupted === undefined ? [] : [interrupted]),
      ]);
      if (heard === 'interrupted') {
        interrupted = undefined;
        await recover(person, tried, tenant);
        if (!(await hasMore(person))) break;
        continue;
      }
      said.push(heard);
      broken.push(...judgeSaid(heard, tried, before, await truthOf(tenant)));
      if (heard === 'done' || heard === 'notDone') break;
      if (!(await person.goOn())) break;
    }
    if (person.page.isClosed()) await recover(person, tried, tenant);
    broken.push(...(await judgePerson(person.page, tried, tenant)));

    return { tried, said, broken: [...new Set(broken)] };
  } finally {
    await context.close();
  }
}

async function begin(person: Person, { step }: Case): Promise<void> {
  if (step.flow === 'unlink') return person.unlink();
  await person.prove();
  // Where the fault comes before the review, there is none to agree to.
  await person.page
    .getByRole('heading', { name: 'Review' })
    .or(person.page.locator('[data-failure]'))
    .first()
    .waitFor({ timeout: 60_000 })
    .catch(() => undefined);
  if (person.page.isClosed()) return;
  if (await person.page.getByRole('heading', { name: 'Review' }).isVisible()) await person.agree();
}

async function recover(person: Person, { fault, direction, step }: Case, tenant: LocalTenant) {
  if (fault.then !== 'close') return;
  const { first } = await truthOf(tenant);
  const hasBecomeSecond = step.flow === 'link' && direction === 'keepSecond' && first === undefined;
  await tenant.endSessions();
  await person.comeBack({ hasBecomeSecond });
}

const hasMore = async (person: Person): Promise<boolean> =>
  person.page
    .locator('section[aria-label="Unfinished link"], [role="status"].done')
    .first()
    .waitFor({ timeout: 5000 })
    .then(() => true)
    .catch(() => false);

async function beforeOf(tenant: LocalTenant): Promise<Before> {
  const { first, second } = await truthOf(tenant);

  return { first: first ?? {}, second: second ?? {} };
}

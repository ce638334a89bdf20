import type { Browser, Page } from '@playwright/test';

import { type LocalTenant } from '../local-tenant.ts';
import { ada } from '../people.ts';
import { changedValues, lostValues, truthOf, type Before, type Truth } from './invariants.ts';
import { isOf, type Case } from './matrix.ts';
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
      broken.push(...judge(heard, tried, before, await truthOf(tenant)));
      if (heard === 'done' || heard === 'notDone') break;
      if (!(await person.goOn())) break;
    }
    broken.push(...(await judgePerson(person, tried, tenant)));

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

/**
 * Lets the fault happen on just the request that the case is about. Gives a promise that resolves when the page
 * itself was reloaded or closed by it, and else never.
 */
async function arm(
  page: Page,
  tried: Case,
  tenant: LocalTenant,
): Promise<{ readonly happened: Promise<'interrupted'> }> {
  let seen = 0;
  let interrupt: () => void = () => undefined;
  const happened = new Promise<'interrupted'>((resolve) => {
    interrupt = () => resolve('interrupted');
  });
  const { step, fault } = tried;

  await page.route('**/*', async (route, request) => {
    if (!isOf(tried, request)) return route.fallback();
    seen += 1;
    if (seen !== step.nth) return route.fallback();
    if (typeof fault.then === 'object') {
      const match = { method: step.method, path: step.path(tried.direction) };
      await tenant.fault({ match, when: fault.when, times: 1, then: fault.then });

      return route.continue();
    }
    await route.fetch().catch(() => undefined);
    if (fault.then === 'close') await page.close();
    else await page.goto('/account').catch(() => undefined);
    interrupt();
  });

  return { happened };
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

function judge(said: Said, { direction, step }: Case, before: Before, truth: Truth): string[] {
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
async function judgePerson(person: Person, tried: Case, tenant: LocalTenant): Promise<string[]> {
  if (person.page.isClosed()) await recover(person, tried, tenant);
  const { page } = person;
  const { direction, step } = tried;
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

async function beforeOf(tenant: LocalTenant): Promise<Before> {
  const { first, second } = await truthOf(tenant);

  return { first: first ?? {}, second: second ?? {} };
}

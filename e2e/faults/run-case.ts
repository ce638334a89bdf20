import type { Browser } from '@playwright/test';

import type { LocalTenant } from '../testing/local-tenant.ts';
import { ada } from '../testing/people.ts';
import { truthOf, type Before } from './invariants.ts';
import { hasBecomeSecond, judge, judgePerson } from './judge.ts';
import type { Case } from './matrix.ts';
import { arrange, injectFault, type InjectedFault } from './injected-fault.ts';
import { Person } from './person.ts';
import type { Said } from './page-states.ts';

/** Which promises a case broke, and what was said on the way; nothing broken is what is wanted. */
export interface Verdict {
  readonly tried: Case;
  readonly said: readonly Said[];
  readonly broken: readonly string[];
}

/** Where a case is tried. */
export interface Environment {
  readonly browser: Browser;
  readonly tenant: LocalTenant;
  readonly origin: string;
}

const mostSteps = 12;

/** How long a page may take before it counts as stuck, in milliseconds: a machine may be busy, and a retry waits. */
const stuckTimeoutMs = 75_000;

/** Goes through a link or an unlink on which one thing goes wrong, to its end, and judges it. */
export async function runCase(
  tried: Case,
  { browser, tenant, origin }: Environment,
): Promise<Verdict> {
  await tenant.reset();
  await tenant.moveClock(0);
  if (tried.step.flow === 'unlink') await tenant.link(ada.userId, ada.googleId);
  const before = await beforeOf(tenant);
  const context = await browser.newContext({ baseURL: origin, locale: 'en-US' });
  // The verdict is about what is said, never about how fast this machine is.
  context.setDefaultTimeout(stuckTimeoutMs);
  try {
    const page = await context.newPage();
    const person = new Person(context, page, tried.direction);
    await person.signIn({ withGoogle: false });
    await arrange(page, tried, tenant);
    const injected = await injectFault(page, tried, tenant);
    await person.begin(tried.step.flow);
    const { said, broken } = await followThrough(person, injected, tried, { tenant, before });
    if (!injected.hasHappened()) broken.push('the fault did not happen');
    broken.push(...(await judgePerson(person, tried, tenant)));

    return { tried, said, broken: [...new Set(broken)] };
  } finally {
    await context.close();
  }
}

/** Goes on from state to state, through the interruption if there is one, until nothing is left to press. */
async function followThrough(
  person: Person,
  { interrupted }: InjectedFault,
  tried: Case,
  { tenant, before }: { readonly tenant: LocalTenant; readonly before: Before },
) {
  const said: Said[] = [];
  const broken: string[] = [];
  const who = async () => ({ withGoogle: await hasBecomeSecond(tried, tenant) });
  let isInterrupted = false;
  let isAnew = false;

  for (let step = 0; step < mostSteps; step += 1) {
    const acted = act();
    const event = await (isInterrupted ? acted : Promise.race([interrupted, acted]));
    if (event === 'over') break;
    if (event === 'interrupted') {
      isInterrupted = isAnew = true;
      if (tried.fault.then === 'close') {
        await tenant.endSessions();
        await person.comeBack(await who());
      }
    }
  }

  return { said, broken };

  async function act(): Promise<'over' | 'goesOn'> {
    const wasInterrupted = isInterrupted;
    const state = isAnew ? await person.hears() : await person.listen();
    // Whatever this was about is not there any more.
    if (state === undefined || wasInterrupted !== isInterrupted) return 'over';
    if (state.said !== 'asks') {
      said.push(state.said);
      broken.push(...judge(state.said, tried, before, await truthOf(tenant)));
    }

    isAnew ||= state.startsAnew === true;

    return state.said !== 'done' && (await person.goOn(state, await who())) ? 'goesOn' : 'over';
  }
}

async function beforeOf(tenant: LocalTenant): Promise<Before> {
  const { first, second } = await truthOf(tenant);

  return { first: first ?? {}, second: second ?? {} };
}

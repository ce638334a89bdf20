import { join } from 'node:path';

import type { LocalPlan } from '../../scripts/serve/local-servers.ts';
import { builtApp } from '../../scripts/lib/paths.ts';
import { serveApp } from '../../scripts/serve/serve-app.ts';
import type { LocalTenant } from '../testing/local-tenant.ts';
import type { Engine, EngineBrowser } from './engine.ts';
import { configurationFor, type Journey, Stage } from './journey.ts';
import { Tab } from './tab.ts';

export interface Result {
  readonly title: string;
  readonly seconds: number;
  readonly error?: unknown;
  /** What every window looked like when it went wrong. */
  readonly pictures: readonly string[];
}

/** Where a journey is made: nobody else is there meanwhile. */
export interface Place {
  readonly engine: Engine;
  readonly plan: LocalPlan;
  readonly tenant: LocalTenant;
  /** The folder that pictures of what went wrong are written to. */
  readonly pictures: string;
}

/** Makes one journey, with a tenant as at first, a portal configured for it, and a fresh browser. */
export async function makeJourney(journey: Journey, place: Place): Promise<Result> {
  const { title, siteData = 'kept' } = journey;
  const { engine, plan, tenant } = place;
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  await tenant.reset();
  const port = Number(new URL(plan.appUrl).port);
  const config = configurationFor(journey, plan.config);
  const app = await serveApp({ root: builtApp, port, config });
  let browser: EngineBrowser | undefined;
  try {
    browser = await engine.launch({ siteData });
    const [first] = await browser.tabs();
    const tab = new Tab(first ?? (await browser.newTab()));
    await journey.go(tab, new Stage(browser, app.origin, tenant));

    return { title, seconds: seconds(), pictures: [] };
  } catch (error) {
    const pictures = await picturesOf(browser, join(place.pictures, fileOf(title)));

    return { title, seconds: seconds(), error, pictures };
  } finally {
    await browser?.close();
    await app.close();
  }
}

/** Pictures every window that is open. */
async function picturesOf(browser: EngineBrowser | undefined, file: string): Promise<string[]> {
  const pictures: string[] = [];
  // What has gone wrong may keep the browser from answering; that is not to hide it.
  try {
    for (const tab of (await browser?.tabs()) ?? []) {
      const picture = `${file}-${pictures.length + 1}.png`;
      await tab.picture(picture);
      pictures.push(picture);
    }
  } catch {
    // The pictures that there are have to do.
  }

  return pictures;
}

const fileOf = (title: string): string => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

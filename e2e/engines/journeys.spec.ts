import { appOrigin } from '../addresses.ts';
import { localTenant } from '../local-tenant.ts';
import { test } from '../test.ts';
import { chromiumOf } from './chromium.ts';
import { configurationFor, type Configuration, Stage } from './journey.ts';
import { journeys } from './journeys.ts';
import { Tab } from './tab.ts';

// What fails here as well is not the fault of an engine.
for (const journey of journeys.filter(({ engines }) => engines === undefined)) {
  test(journey.title, async ({ portal, context }) => {
    await context.route('**/config.json', async (route) => {
      const response = await route.fetch();
      const config = (await response.json()) as Configuration;
      await route.fulfill({ response, json: configurationFor(journey, config) });
    });
    const browser = chromiumOf(context);
    const [tab] = await browser.tabs();
    if (tab === undefined) throw new Error(`There is no page at ${portal.page.url()}.`);
    await journey.go(new Tab(tab), new Stage(browser, appOrigin, localTenant));
  });
}

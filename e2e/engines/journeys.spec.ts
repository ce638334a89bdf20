import { appOrigin } from '../testing/addresses.ts';
import { deliverConfig } from '../testing/app-config.ts';
import { localTenant } from '../testing/local-tenant.ts';
import { matrix } from '../testing/matrix.ts';
import { test } from '../testing/test.ts';
import { chromiumOf } from './chromium.ts';
import { configurationFor, type Configuration, Stage } from './journey.ts';
import { journeys } from './journeys.ts';
import { Tab } from './tab.ts';

// What fails here as well is not the fault of an engine.
for (const journey of journeys.filter(({ engines }) => engines === undefined)) {
  test(journey.title, matrix, async ({ portal, context }) => {
    await deliverConfig(context, {
      change: (config) => configurationFor(journey, config as Configuration),
    });
    const browser = chromiumOf(context);
    const [tab] = await browser.tabs();
    if (tab === undefined) throw new Error(`There is no page at ${portal.page.url()}.`);
    await journey.go(new Tab(tab), new Stage(browser, appOrigin, localTenant));
  });
}

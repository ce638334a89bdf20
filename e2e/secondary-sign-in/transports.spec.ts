import { appOrigin, appPort, crossSiteOf, tenantOrigin } from '../testing/addresses.ts';
import { configure, finish, kindOf, kinds } from '../testing/kinds.ts';
import { matrixUnless } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { test } from '../testing/test.ts';

const google = kindOf('google-oauth2');

for (const origin of [appOrigin, crossSiteOf(appPort)]) {
  test.describe(`from ${new URL(origin).hostname}`, () => {
    test.use({ baseURL: origin });

    for (const kind of kinds) {
      test(
        `${kind.strategy} by popup`,
        matrixUnless(kind === google && origin === appOrigin),
        async ({ page, portal }) => {
          await configure(page, 'popup');
          await portal.openSignedIn(ada);
          const popup = await portal.openWindow(kind.name);
          await kind.prove(popup);
          await finish(portal, kind);
        },
      );

      test(
        `${kind.strategy} by the full page (REL-07)`,
        matrixUnless(kind === google && origin === appOrigin),
        async ({ page, portal }) => {
          await configure(page, 'redirect');
          await portal.openSignedIn(ada);
          await (await portal.showTile(kind.name)).click();
          await page.waitForURL(`${tenantOrigin}/**`);
          await kind.prove(page);
          await finish(portal, kind);
        },
      );
    }
  });
}

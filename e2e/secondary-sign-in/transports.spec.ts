import { control } from '../testing/control.ts';
import { appOrigin, appPort, crossSiteOf, tenantOrigin } from '../testing/addresses.ts';
import { begin, finish, kindOf, kinds } from '../testing/kinds.ts';
import { matrixUnless } from '../testing/matrix.ts';
import { test } from '../testing/test.ts';

const google = kindOf('google-oauth2');

for (const origin of [appOrigin, crossSiteOf(appPort)]) {
  test.describe(`from ${new URL(origin).hostname}`, () => {
    test.use({ baseURL: origin });

    for (const kind of kinds) {
      test(
        `${kind.strategy} by popup`,
        matrixUnless(kind === google && origin === appOrigin),
        async ({ portal }) => {
          await begin(portal, kind, 'popup');
          const popup = await portal.openWindow();
          await kind.prove(popup);
          await finish(portal, kind);
        },
      );

      test(
        `${kind.strategy} by the full page (REL-07)`,
        matrixUnless(kind === google && origin === appOrigin),
        async ({ page, portal }) => {
          await begin(portal, kind, 'redirect');
          await control(page, 'prove-account').click();
          await page.waitForURL(`${tenantOrigin}/**`);
          await kind.prove(page);
          await finish(portal, kind);
        },
      );
    }
  });
}

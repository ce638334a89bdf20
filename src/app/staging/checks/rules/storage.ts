import type { Check } from './check';
import { called, failure, ok, warning } from './verdict';

export const storage = (): Check => ({
  id: 'storage',
  group: 'browser',
  title: $localize`Storage, IndexedDB and cryptography`,
  problem: $localize`This browser keeps nothing for this page`,
  why: $localize`The session is kept in this tab, sealed with a key that no script can read. Without that, a reload signs people out, and they cannot sign in in this tab.`,
  async run({ browser }) {
    const { isSecure, hasCrypto, storageWorks, sealingWorks } = await browser();
    const facts = [
      { name: $localize`secure context`, value: isSecure },
      { name: 'crypto.subtle', value: hasCrypto },
      { name: 'sessionStorage', value: storageWorks },
      { name: 'IndexedDB', value: sealingWorks },
    ];
    if (!isSecure || !hasCrypto) {
      return called(
        $localize`This page has no cryptography`,
        failure(
          $localize`This page is not in a secure context, so the browser has no cryptography for it.`,
          { setting: $localize`Serve the application with https` },
          facts,
        ),
      );
    }
    if (!storageWorks || !sealingWorks) {
      return warning(
        $localize`This browser keeps nothing for this page. Signing in works until the page is reloaded.`,
        { setting: $localize`The browser's settings for this site: allow cookies and site data` },
        facts,
      );
    }

    return ok($localize`This browser has everything that a session needs.`, facts);
  },
});

interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: Record<'createHTML' | 'createScriptURL', (text: string) => string | null>,
  ): unknown;
}

const markup = /<[^>]*>?/g;

/**
 * Admits what Lock writes into its page, and no more: the one script that tells it a client's connections, and styles
 * and sentences without markup. Whatever else a text is to become throws.
 */
export function admitLock(settingsScript: string): void {
  // Absent in browsers that do not know Trusted Types, where the policy of the page has to do.
  const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypesFactory };

  trustedTypes?.createPolicy('default', {
    createHTML: (html) => html.replaceAll(markup, ' '),
    createScriptURL: (url) => (url.split('?')[0] === settingsScript ? url : null),
  });
}

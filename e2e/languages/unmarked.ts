import type { Page } from '@playwright/test';

/** What can be read on a page, or is read out, and is neither marked for translation nor data. */
export function unmarked(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    // What a configuration or a tenant says is nobody's to translate.
    const data =
      /^(?:Ligature|Ada Lovelace|ada@example\.com|ada|@example\.com|Google|GitHub|Microsoft|Acme SSO|Phone number|Email code|Email and password|AL?|·|localhost:\d+|tenant\.yaml)$/;
    // So are the names of headers, of what a token holds and of what a browser can do.
    const names =
      /^(?:[a-z]+(?:-[a-z]+)+|alg|aud|audience|azp|issuer|crypto\.subtle|sessionStorage|IndexedDB)$/;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent?.closest('script, style, option, code, pre')) continue;
      texts.push(node.nodeValue ?? '');
    }
    for (const element of document.querySelectorAll(
      '[aria-label], [alt], [title], [placeholder]',
    )) {
      for (const name of ['aria-label', 'alt', 'title', 'placeholder']) {
        texts.push(element.getAttribute(name) ?? '');
      }
    }

    return texts
      .map((text) => text.trim())
      .filter((text) => /[A-Za-z]{2}/.test(text) && !text.includes('⟦') && !text.includes('⟧'))
      .filter((text) => !data.test(text) && !names.test(text));
  });
}

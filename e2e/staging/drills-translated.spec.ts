import { localTenant } from '../testing/local-tenant.ts';
import { matrixUnless } from '../testing/matrix.ts';
import { Console, expect, test } from './console.ts';

declare global {
  interface Window {
    /** Tells the test what was said otherwise. */
    saidOtherwise(text: string): void;
  }
}

/** Has every page say everything otherwise, in texts and in labels, as in another language. */
function speakOtherwise(): void {
  function otherwise(text: string): string {
    if (/^\s*$|«/.test(text)) return text;
    window.saidOtherwise(text.trim());

    return `«${text}»`;
  }

  function say(node: Node): void {
    if (node instanceof Text && node.parentElement?.closest('script, style') === null) {
      const said = otherwise(node.data);
      if (said !== node.data) node.data = said;
    }
    if (node instanceof Element && node.ariaLabel !== null) {
      const said = otherwise(node.ariaLabel);
      if (said !== node.ariaLabel) node.ariaLabel = said;
    }
    node.childNodes.forEach(say);
  }

  new MutationObserver((records) => {
    for (const { target } of records) say(target);
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['aria-label'],
  });
}

test.describe.configure({ timeout: 90_000 });

test.afterAll(() => localTenant.reset());

// Between them they press nearly everything that drills press.
for (const id of ['link-google-oauth2', 'link-sms', 'conflict', 'wrong-account', 'cancel']) {
  test(
    `a drill passes whatever language its pages are in: ${id}`,
    matrixUnless(id === 'link-google-oauth2'),
    async ({ portal, page, context }) => {
      const saidInWindows = new Set<string>();
      // Told by the pages themselves: a drill goes on faster than somebody can look at its window.
      await context.exposeBinding('saidOtherwise', ({ page: from }, text: string) => {
        if (from !== page) saidInWindows.add(text);
      });
      await context.addInitScript(speakOtherwise);
      await portal.open();
      const console = new Console(page);
      await console.openDrills();
      await console.runDrill(id);

      await expect(console.drill(id)).toHaveAttribute('data-status', 'passed');
      expect(saidInWindows).toContain('Sign in');
    },
  );
}

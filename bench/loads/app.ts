import { selectorOf } from '../../src/app/actions/action.ts';
import { builtApp } from '../../scripts/lib/paths.ts';
import { printFigures } from '../figures.ts';
import { loadedFiles, sizeFigure, sizeOf } from './loaded-files.ts';
import { signIn, withPortal } from '../portal.ts';

/** Measures what the application makes a browser load, in brotli at its best, and prints it beside the limits. */
export const benchApp = (): Promise<void> =>
  withPortal(async ({ browser, appOrigin }) => {
    const page = await browser.newPage({ baseURL: appOrigin });
    const loaded = loadedFiles(page, appOrigin);
    await page.goto('/');
    await page.locator(selectorOf('sign-in')).waitFor();
    const welcome = sizeOf(loaded, builtApp);
    await signIn(page);

    printFigures([
      sizeFigure('first load of /, JavaScript and CSS, brotli', welcome, 140),
      sizeFigure('all of /account until usable, brotli', sizeOf(loaded, builtApp), 220),
    ]);
  });

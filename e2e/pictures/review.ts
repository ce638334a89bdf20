import { selectorOf } from '../../src/app/actions/action.ts';
import { reviewGoogle, signIn } from './steps.ts';
import { desktop, type Screenshots } from './screenshots.ts';

/** Takes the picture of the README. */
export async function takeReview(screenshots: Screenshots): Promise<void> {
  await screenshots.ask('POST', '/reset');
  const page = await screenshots.open({ ...desktop, height: 760 });
  await signIn(page);
  await reviewGoogle(page);
  await page
    .locator(`${selectorOf('link-accounts')}:enabled:not([aria-disabled="true"])`)
    .waitFor();
  await screenshots.take(page, 'review');
  await page.context().close();
}

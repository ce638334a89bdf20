import { reviewGoogle, signIn } from './steps.ts';
import { desktop, type Studio } from './studio.ts';

/** Takes the picture of the README. */
export async function takeReview(studio: Studio): Promise<void> {
  await studio.ask('POST', '/reset');
  const page = await studio.open({ ...desktop, height: 1160 });
  await signIn(page);
  await reviewGoogle(page);
  await studio.take(page, 'review');
  await page.context().close();
}

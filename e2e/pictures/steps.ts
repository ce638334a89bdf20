import type { Locator, Page } from '@playwright/test';
import { selectorOf } from '../../src/app/actions/action.ts';

/** Opens the application and signs Ada in. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.locator(selectorOf('sign-in')).click();
  await page.getByLabel('Email address').fill('ada@example.com');
  await page.getByLabel('Password').fill('Analytical-1843');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('heading', { name: 'Sign-in methods' }).waitFor();
}

/** Goes from Ada's account to the review of a link with her Google account. */
export async function reviewGoogle(page: Page): Promise<void> {
  await page.locator(selectorOf('add-method')).click();
  await proveGoogle(page.locator(`dialog[open] ${selectorOf('open-link', 'google-oauth2')}`));
  await page.locator(selectorOf('show-losses')).waitFor();
}

/** Presses what opens a window, and signs in there with Ada's Google account. */
export async function proveGoogle(button: Locator): Promise<void> {
  const [popup] = await Promise.all([button.page().waitForEvent('popup'), button.click()]);
  await popup.getByRole('button', { name: 'Continue as ada@example.com' }).click();
}

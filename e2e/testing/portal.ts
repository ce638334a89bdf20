import { expect, type Locator, type Page } from '@playwright/test';

import type { Action } from '../../src/app/actions/action.ts';
import { tenantOrigin } from './addresses.ts';
import { control } from './control.ts';
import { lookThrough } from './review.ts';

/** The application and the tenant's pages, as a person uses them. */
export class Portal {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get methods(): Locator {
    return this.page.getByRole('list', { name: 'Sign-in methods' }).getByRole('listitem');
  }

  /** What can be added; the tenant may suggest the same once more. */
  get offers(): Locator {
    return this.page.locator('dialog[open]');
  }

  get wizard(): Locator {
    return this.page.locator('[data-phase]');
  }

  get alert(): Locator {
    return this.page.getByRole('alert');
  }

  /** What does this on the page, whatever words it has. */
  action(action: Action, target?: string): Locator {
    return control(this.page, action, target);
  }

  async open(): Promise<void> {
    await this.page.goto('/');
  }

  async signIn(person: { email: string; password: string }): Promise<void> {
    await this.action('sign-in').click();
    await submitPassword(this.page, person);
    await expect(this.page.getByRole('heading', { name: 'Sign-in methods' })).toBeVisible();
  }

  /** Opens the account page of somebody who is signed in at the tenant, which spares a journey its sign-in. */
  async openSignedIn(
    { userId }: { readonly userId: string },
    tenant = tenantOrigin,
  ): Promise<void> {
    const answer = await this.page.request.post(`${tenant}/_tenant/api/sessions`, {
      data: { user_id: userId },
    });
    expect(answer.ok()).toBe(true);
    await this.page.goto('/account');
    // The tenant knows them, and asks nothing.
    await this.action('sign-in').click();
    await expect(this.action('add-method')).toBeVisible();
  }

  /** Signs in at the tenant's page with an account of a stand-in provider. */
  async signInWith(provider: string, account: string): Promise<void> {
    await this.action('sign-in').click();
    await this.page.getByRole('button', { name: `Continue with ${provider}` }).click();
    await this.page.getByRole('button', { name: `Continue as ${account}` }).click();
  }

  async signOut(): Promise<void> {
    await this.action('open-menu').click();
    await this.action('sign-out').click();
    await expect(this.action('sign-in')).toBeVisible();
  }

  /** Shows what can be added, and gives the tile of a connection. */
  async showTile(connection: string): Promise<Locator> {
    await this.action('add-method').click();

    return control(this.offers, 'open-link', connection);
  }

  /** From the account page to the link page of a connection, whose sign-in begins there, if it has not begun yet. */
  async startLinking(connection: string): Promise<void> {
    await (await this.showTile(connection)).click();
    await expect(this.wizard).toBeVisible();
  }

  /** The link page of a connection by its address, where nothing has begun. */
  async openLinkPage(connection: string): Promise<void> {
    await this.page.goto(`account/link/${connection}`);
    await expect(this.action('prove-account')).toBeVisible();
  }

  /** Begins the second sign-in, on the account page or on the link page, and gives the window that it opens. */
  async openWindow(connection = 'google-oauth2'): Promise<Page> {
    const isOnLinkPage = await this.wizard.isVisible();

    return popupBy(isOnLinkPage ? this.action('prove-account') : await this.showTile(connection));
  }

  /** From the account page to the review, with a Google account of this address. */
  async proveGoogle(account: string): Promise<void> {
    const popup = await this.openWindow();
    await popup.getByRole('button').filter({ hasText: account }).click();
  }

  async confirmLink(): Promise<void> {
    await lookThrough(this.page);
    await this.action('link-accounts').click();
  }

  /** Whoever is signed in, it is this person, on this page and after a reload. */
  async expectSignedInAs(name: string): Promise<void> {
    await expect(this.page.getByRole('banner')).toContainText(name);
    await this.page.reload();
    await expect(this.page.getByRole('banner')).toContainText(name);
  }
}

/** Presses a button that opens a window, and gives the window. */
export async function popupBy(button: Locator): Promise<Page> {
  const [popup] = await Promise.all([button.page().waitForEvent('popup'), button.click()]);

  return popup;
}

export async function submitPassword(
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.getByLabel('Email address', { exact: true }).fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
}

import { expect, type Locator } from '@playwright/test';

import { portalOrigin, portalTenantOrigin } from '../testing/addresses.ts';
import { Portal, submitPassword } from '../testing/portal.ts';

interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The example portal, whose own session its pages of Ligature work with. */
export class NorthwindPortal extends Portal {
  get enterButton(): Locator {
    return this.page.getByRole('button', { name: 'Enter the portal' });
  }

  /** Signs in by the portal's own button. */
  async enter(person: Person): Promise<void> {
    await this.page.goto(portalOrigin);
    await this.enterButton.click();
    await submitPassword(this.page, person);
    await expect(this.page.getByRole('banner')).toContainText(person.name);
  }

  async leave(): Promise<void> {
    await this.page.getByRole('button', { name: 'Leave the portal' }).click();
    await expect(this.enterButton).toBeVisible();
  }

  /** Signs somebody else in where somebody is signed in, as a portal's own page would. */
  async signInInstead(person: Person): Promise<void> {
    await this.page.getByRole('button', { name: 'Use another account' }).click();
    await submitPassword(this.page, person);
    await expect(this.page.getByRole('banner')).toContainText(person.name);
  }

  async openAccount(): Promise<void> {
    await this.page.getByRole('link', { name: 'Sign-in methods' }).click();
  }

  /** Has the portal ask its own API, and shows as whom. */
  async expectToBe(userId: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Reports' }).click();
    await expect(this.page.getByText(`Reports for ${userId}`)).toBeVisible();
  }

  async expectNotToBe(userId: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Reports' }).click();
    await expect(this.page.getByText('Reports for ')).toBeVisible();
    await expect(this.page.getByText(`Reports for ${userId}`)).toBeHidden();
  }

  /** So many seconds after the start, for this page and for the tenant. */
  async timePasses(seconds: number): Promise<void> {
    const answer = await this.page.request.put(`${portalTenantOrigin}/_tenant/api/clock`, {
      data: { offsetSeconds: seconds },
    });
    expect(answer.ok()).toBe(true);
    await this.page.clock.setSystemTime(Date.now() + seconds * 1000);
  }
}

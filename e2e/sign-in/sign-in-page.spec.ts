import { control } from '../testing/control.ts';
import { matrix } from '../testing/matrix.ts';
import { ada } from '../testing/people.ts';
import { expect, test } from '../testing/test.ts';

test(
  'the tenant’s sign-in page has the focus where somebody types first, or has made a mistake',
  matrix,
  async ({ page, portal }) => {
    await portal.open();
    await control(page, 'sign-in').click();
    const [address, password] = [page.getByLabel('Email address'), page.getByLabel('Password')];
    await expect(address).toBeFocused();

    await address.fill(ada.email);
    await password.fill('not her password');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('Wrong email address or password');
    await expect(address).toHaveValue(ada.email);
    await expect(password).toBeFocused();

    await page.keyboard.type(ada.password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('banner')).toContainText(ada.name);
  },
);

test(
  'a provider’s page, which begins with accounts to choose, leaves the focus alone',
  matrix,
  async ({ page, portal }) => {
    await portal.open();
    await control(page, 'sign-in').click();
    await page.getByRole('button', { name: 'Continue with Google' }).click();
    await expect(page.getByRole('button', { name: /Continue as/ }).first()).toBeVisible();

    await expect(page.locator('input:focus')).toHaveCount(0);
  },
);

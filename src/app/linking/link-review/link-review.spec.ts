import { TestBed } from '@angular/core/testing';

import type { Account } from '../../identity/account';
import { planLink } from '../../identity/link-plan';
import { LinkReview } from './link-review';

const ada: Account = {
  userId: 'auth0|63d17c6a',
  profile: { email: 'ada@example.com' },
  identities: [{ provider: 'auth0', userId: '63d17c6a', connection: 'Users', profile: {} }],
  settingKeys: ['kept-setting'],
  hasAppMetadata: true,
};
const googleAda: Account = {
  userId: 'google-oauth2|1150001234',
  profile: { email: 'ada@gmail.com' },
  createdAt: new Date(2026, 4, 6, 12).getTime(),
  identities: [
    { provider: 'google-oauth2', userId: '1150001234', connection: 'google', profile: {} },
    { provider: 'github', userId: '7', connection: 'github', profile: { username: 'ada-l' } },
  ],
  settingKeys: ['theme', 'currency'],
  hasAppMetadata: false,
};
const connections = [{ name: 'Users', strategy: 'auth0', label: 'Email and password' }];

async function setUp({
  second = {},
  sending = false,
}: { second?: object; sending?: boolean } = {}) {
  const fixture = TestBed.createComponent(LinkReview);
  fixture.componentRef.setInput('plan', planLink(ada, { ...googleAda, ...second }));
  fixture.componentRef.setInput('connections', connections);
  fixture.componentRef.setInput('sending', sending);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  document.body.append(root);
  const [confirmed, dismissed] = [jest.fn(), jest.fn()];
  fixture.componentInstance.confirmed.subscribe(confirmed);
  fixture.componentInstance.dismissed.subscribe(dismissed);

  return { root, confirmed, dismissed };
}

const textOf = (element: Element): string => element.textContent.replaceAll(/\s+/g, ' ').trim();

/** The texts of the list that is labelled by a heading. */
function listNamed(root: HTMLElement, name: string): string[] {
  const list = [...root.querySelectorAll('ul')].find((each) => {
    const heading = root.querySelector(`[id="${each.getAttribute('aria-labelledby') ?? ''}"]`);

    return heading !== null && textOf(heading) === name;
  });

  return [...(list?.querySelectorAll('li') ?? [])].map(textOf);
}

const buttonNamed = (root: HTMLElement, name: string): HTMLButtonElement | undefined =>
  [...root.querySelectorAll('button')].find((button) => textOf(button) === name);

describe('LinkReview', () => {
  it('lists everything that the person will have', async () => {
    const { root } = await setUp();

    expect(listNamed(root, 'What you will have')).toEqual([
      'Email and password · ada@example.com',
      'Google · ada@gmail.com',
      'GitHub · ada-l',
    ]);
  });

  it('lists everything that will be lost, each setting by its name', async () => {
    const { root } = await setUp({ second: { hasAppMetadata: true } });
    const losses = listNamed(root, 'What will be lost');

    expect(losses).toHaveLength(4);
    expect(losses[1]).toContain('theme, currency');
    expect(losses.join(' ')).not.toContain('kept-setting');
  });

  it('speaks of no settings where there are none', async () => {
    const { root } = await setUp({ second: { settingKeys: [] } });

    expect(listNamed(root, 'What will be lost')).toHaveLength(2);
  });

  it('names both accounts by provider, label and the end of the id, and the second by its age', async () => {
    const { root } = await setUp();
    const text = textOf(root);

    expect(text).toMatch(/Email and password ?ada@example\.com.*7c6a/);
    expect(text).toMatch(/Google ?ada@gmail\.com.*1234.*May 6, 2026/);
  });

  it('sends nothing until it is confirmed, and then once', async () => {
    const { root, confirmed } = await setUp();
    expect(confirmed).not.toHaveBeenCalled();
    buttonNamed(root, 'Link accounts')?.click();

    expect(confirmed).toHaveBeenCalledTimes(1);
  });

  it('lets go', async () => {
    const { root, confirmed, dismissed } = await setUp();
    buttonNamed(root, 'Cancel')?.click();

    expect(dismissed).toHaveBeenCalledTimes(1);
    expect(confirmed).not.toHaveBeenCalled();
  });

  it('offers nothing more once the link is on its way', async () => {
    const { root, confirmed, dismissed } = await setUp({ sending: true });
    buttonNamed(root, 'Link accounts')?.click();
    buttonNamed(root, 'Cancel')?.click();

    expect(confirmed).not.toHaveBeenCalled();
    expect(dismissed).not.toHaveBeenCalled();
  });

  it('shows the name of the second account as clipped text, whatever it is', async () => {
    const name = `<img src=x onerror=alert(1)>\u202E${'x'.repeat(10_000)}`;
    const { root } = await setUp({ second: { profile: { name } } });

    expect(root.textContent).toContain('<img src=x onerror=alert(1)>xx');
    expect(root.textContent).not.toContain('\u202E');
    expect(root.textContent.length).toBeLessThan(2_000);
    expect(root.querySelector('img[onerror]')).toBeNull();
  });
});

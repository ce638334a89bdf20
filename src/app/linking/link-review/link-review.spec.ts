import { TestBed } from '@angular/core/testing';

import type { Account } from '../../identity/account';
import type { Connection } from '../../identity/connection';
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
const connectionOf = (name: string, strategy: string, label: string): Connection => ({
  name,
  strategy,
  label,
  transport: 'auto',
});
const connections = [connectionOf('Users', 'auth0', 'Email and password')];
const google = connectionOf('google', 'google-oauth2', 'Google');
const now = new Date(2026, 6, 1, 12).getTime();

async function setUp({
  second = {},
  asked = google,
  sending = false,
}: { second?: Partial<Account>; asked?: Connection; sending?: boolean } = {}) {
  const fixture = TestBed.createComponent(LinkReview);
  const plan = planLink(ada, { ...googleAda, ...second }, { connection: asked, now });
  fixture.componentRef.setInput('plan', plan);
  fixture.componentRef.setInput('connections', connections);
  fixture.componentRef.setInput('sending', sending);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  document.body.append(root);
  const [confirmed, anotherAsked, dismissed] = [jest.fn(), jest.fn(), jest.fn()];
  fixture.componentInstance.confirmed.subscribe(confirmed);
  fixture.componentInstance.anotherAsked.subscribe(anotherAsked);
  fixture.componentInstance.dismissed.subscribe(dismissed);
  const warnings = [...root.querySelectorAll('.notice.doubtful')].map(textOf);

  return { root, warnings, confirmed, anotherAsked, dismissed };
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

  it('lets the person use another account instead', async () => {
    const { root, confirmed, anotherAsked } = await setUp();
    buttonNamed(root, 'Use another account')?.click();

    expect(anotherAsked).toHaveBeenCalledTimes(1);
    expect(confirmed).not.toHaveBeenCalled();
  });

  it('offers nothing more once the link is on its way', async () => {
    const { root, confirmed, anotherAsked, dismissed } = await setUp({ sending: true });
    buttonNamed(root, 'Link accounts')?.click();
    buttonNamed(root, 'Use another account')?.click();
    buttonNamed(root, 'Cancel')?.click();

    expect(confirmed).not.toHaveBeenCalled();
    expect(anotherAsked).not.toHaveBeenCalled();
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

describe('LinkReview: warnings', () => {
  const one = [googleAda.identities[0]] as const;

  it('warns of nothing where there is nothing to notice', async () => {
    expect((await setUp({ second: { identities: one } })).warnings).toEqual([]);
  });

  it.each<[string, Parameters<typeof setUp>[0], RegExp]>([
    ['that several methods move', {}, /has 2 sign-in methods of its own/],
    [
      'SEC-13: that another method answered than was asked for',
      { second: { identities: one }, asked: connectionOf('acme', 'samlp', 'Acme') },
      /opens another account. Is this you/,
    ],
    [
      'that the account was made by this very sign-in',
      { second: { identities: one, createdAt: now - 1000 } },
      /has just been made by signing in to it/,
    ],
  ])('says %s', async (_case, arranged, words) => {
    expect((await setUp(arranged)).warnings).toEqual([expect.stringMatching(words)]);
  });
});

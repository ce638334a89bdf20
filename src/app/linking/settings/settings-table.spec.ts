import { TestBed } from '@angular/core/testing';

import { google, settingsPlan, type SettingsArranged } from '../testing/settings-plan';
import { settingsSummary } from './settings-summary';
import { SettingsTable } from './settings-table';

const mine = { same: 'x', theme: 'dark', bookmarks: ['a', 'b'], own: true };
const theirs = { same: 'x', theme: 'light', bookmarks: ['b', 'c'], avatar: 'p' };

interface Arranged extends SettingsArranged {
  readonly disabled?: boolean;
}

function setUp({ kept = mine, absorbed = theirs, disabled = false, ...rest }: Arranged = {}) {
  const plan = settingsPlan({ kept, absorbed, ...rest });
  const fixture = TestBed.createComponent(SettingsTable);
  const given = { plan, connections: [google], disabled };
  for (const [name, value] of Object.entries(given)) fixture.componentRef.setInput(name, value);
  const decided = jest.fn();
  fixture.componentInstance.decided.subscribe(decided);
  fixture.detectChanges();
  const root = fixture.nativeElement as HTMLElement;
  const text = (element: Element): string => element.textContent.replaceAll(/\s+/g, ' ').trim();
  const rowOf = (key: string) =>
    [...root.querySelectorAll('tbody tr')].find((row) => text(row.children[0] ?? row) === key);
  const named = (radio: Element): string =>
    (radio.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => root.querySelector(`#${id}`))
      .map((part) => part && text(part))
      .join(' ');

  return {
    text: text(root),
    summary: settingsSummary(plan, { isOpen: false }),
    summaryOpen: settingsSummary(plan, { isOpen: true }),
    table: root.querySelector('table'),
    heads: [...root.querySelectorAll('thead th')].map(text),
    rows: () => [...root.querySelectorAll('tbody tr')].map((row) => [...row.children].map(text)),
    others: [...root.querySelectorAll('details div')].map((each) => [...each.children].map(text)),
    options: (key: string) =>
      [...(rowOf(key)?.querySelectorAll('input') ?? [])].map((radio) => ({
        name: named(radio),
        radio,
      })),
    news: () => [...root.querySelectorAll('[data-news]')].map(text),
    decided,
    replan: (more: Arranged): void => {
      fixture.componentRef.setInput('plan', settingsPlan({ kept, absorbed, ...rest, ...more }));
      fixture.detectChanges();
    },
  };
}

describe('SettingsTable', () => {
  it('sets what differs side by side, key by key, with what will be', () => {
    const { table, rows } = setUp();

    expect(table?.getAttribute('aria-label')).toBe('Settings');
    expect(rows()).toEqual([
      ['theme', 'dark current', 'light from Google', 'dark'],
      ['bookmarks', 'ab current', 'bc from Google', 'Both abc'],
    ]);
  });

  it('counts and names what stays, with the values for those who ask', () => {
    const { text, others } = setUp();

    expect(text).toContain('3 more settings stay: same, own, avatar.');
    expect(others).toEqual([
      ['same', 'x'],
      ['own', 'yes'],
      ['avatar', 'p'],
    ]);
  });

  it('names its columns by the accounts, and moves none of them when the other one is kept', () => {
    const heads = ['Setting', 'sms', 'Google', 'Result'];
    expect(setUp().heads).toEqual(heads);
    const swapped = setUp({ kept: theirs, absorbed: mine, direction: 'keepSecond' });

    expect(swapped.heads).toEqual(heads);
  });

  it('offers each value as a choice by its name, and both only where there are two lists', () => {
    const { options } = setUp();

    expect(options('theme').map(({ name }) => name)).toEqual([
      'theme dark current',
      'theme light from Google',
    ]);
    expect(options('bookmarks').map(({ name }) => name)).toEqual([
      'bookmarks ab current',
      'bookmarks bc from Google',
      'bookmarks Both abc',
    ]);
    expect(options('same')).toEqual([]);
  });

  it('shows what comes of each decision', () => {
    const { rows, options } = setUp({ decisions: { theme: 'theirs', bookmarks: 'both' } });

    expect(rows().map((row) => row[3])).toEqual(['light Changes', 'Both abc Changes']);
    expect(options('theme').map(({ radio }) => radio.checked)).toEqual([false, true]);
    expect(options('bookmarks').map(({ radio }) => radio.checked)).toEqual([false, false, true]);
  });

  it('hands on a decision with its key', () => {
    const { options, decided } = setUp();
    options('bookmarks')[2]?.radio.click();

    expect(decided.mock.calls).toEqual([[{ key: 'bookmarks', decision: 'both' }]]);
  });

  it('lets nothing be decided while the link is on its way', () => {
    expect(setUp({ disabled: true }).options('theme')[0]?.radio.disabled).toBe(true);
  });

  it('marks and announces what a swap has turned, until it is decided', () => {
    const { rows, options, news, replan } = setUp();
    expect(news()).toEqual(['']);
    replan({ direction: 'keepSecond' });

    expect(rows().map((row) => row.slice(0, 3))).toEqual([
      ['theme', 'dark current', 'light from Google'],
      ['bookmarks', 'ab current', 'bc from Google'],
    ]);
    expect(options('theme').map(({ radio }) => radio.checked)).toEqual([false, true]);
    expect(news().at(-1)).toBe('Changed by keeping the other account: theme, bookmarks.');
    replan({ direction: 'keepSecond', decisions: { theme: 'theirs' } });

    expect(news()).toEqual([
      'Changed just now',
      'Changed by keeping the other account: bookmarks.',
    ]);
  });

  it.each<[string, Arranged]>([
    ["2 differ. You'll have theme “dark”, bookmarks. We save the other values.", {}],
    [
      "2 differ. You'll have theme “light”, both lists of bookmarks. We save the other values.",
      { decisions: { theme: 'theirs', bookmarks: 'both' } },
    ],
    [
      "1 differs. You'll have theme “dark”. We save the other value.",
      { absorbed: { theme: 'light' } },
    ],
    ['No conflicts. All settings will be combined automatically.', { absorbed: {} }],
    ['There are no settings to bring together.', { kept: {}, absorbed: {} }],
  ])('sums up what there is to decide: %s', (words, arranged) => {
    expect(setUp(arranged).summary).toBe(words);
  });

  it('sums up less where the values are in sight', () => {
    expect(setUp().summaryOpen).toBe("2 differ. We save the values you don't choose.");
    expect(setUp({ absorbed: { theme: 'light' } }).summaryOpen).toBe(
      "1 differs. We save the value you don't choose.",
    );
  });

  it('shows where two values differ in what is not shown', () => {
    const [kept, absorbed] = [{ bio: `${'x'.repeat(90)}1` }, { bio: `${'x'.repeat(90)}2` }];
    const [row] = setUp({ kept, absorbed }).rows();

    expect(row?.[1]).toContain('…xxxxxxxxxxxx1"');
    expect(row?.[2]).toContain('…xxxxxxxxxxxx2"');
  });

  it('REL-38: offers again what an earlier link of the same account has saved', () => {
    const kept = { linked_archive: { 'google|1': { city: 'London' } } };
    const { text, others } = setUp({ kept, absorbed: {} });

    expect(text).toContain('linked before, and offered again: city.');
    expect(others).toEqual([['city', 'London']]);
  });
});

import { TestBed } from '@angular/core/testing';

import { described } from '../testing/described-settings';
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
  /** A setting's rows: the one with its values, and below it the one that joins them, if there is one. */
  const rowsOf = (key: string) => {
    const row = [...root.querySelectorAll('tbody tr')].find(
      ({ children: [name] }) => name && text(name) === key,
    );
    const next = row?.nextElementSibling;

    return [row, next?.matches('.joined') ? next : undefined].filter((each) => each != null);
  };
  const named = (radio: Element): string =>
    (radio.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => root.querySelector(`#${id}`))
      .map((part) => part && text(part))
      .join(' ');

  return {
    plan,
    text: text(root),
    summary: settingsSummary(plan, { isOpen: false }),
    summaryOpen: settingsSummary(plan, { isOpen: true }),
    table: root.querySelector('table'),
    heads: [...root.querySelectorAll('thead th')].map(text),
    rows: () =>
      [...root.querySelectorAll('tbody tr:not(.joined)')].map((row) => [...row.children].map(text)),
    joined: () => [...root.querySelectorAll('.joined')].map(text),
    others: [...root.querySelectorAll('details div')].map((each) => [...each.children].map(text)),
    options: (key: string) =>
      rowsOf(key)
        .flatMap((row) => [...row.querySelectorAll('input')])
        .map((radio) => ({ name: named(radio), radio })),
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
    const { table, rows, joined } = setUp();

    expect(table?.getAttribute('aria-label')).toBe('Settings');
    expect(rows()).toEqual([
      ['Theme', 'dark current', 'light from Google', 'After linking dark'],
      ['Bookmarks', 'a, b current', 'b, c from Google', 'After linking a, b'],
    ]);
    expect(joined()).toEqual(['Both a, b, c']);
  });

  it('counts and names what stays, with the values for those who ask', () => {
    const { text, others } = setUp();

    expect(text).toContain('3 more settings stay: Same, Own, and Avatar.');
    expect(others).toEqual([
      ['Same', 'x'],
      ['Own', 'On'],
      ['Avatar', 'p'],
    ]);
  });

  it('names its columns by the accounts, and moves none of them when the other one is kept', () => {
    const heads = ['Setting', 'ada@example.com', 'Google', 'Result'];
    expect(setUp().heads).toEqual(heads);
    const swapped = setUp({ kept: theirs, absorbed: mine, direction: 'keepSecond' });

    expect(swapped.heads).toEqual(heads);
  });

  it('offers each value as a choice by its name, and both only where there are two lists', () => {
    const { options } = setUp();

    expect(options('Theme').map(({ name }) => name)).toEqual([
      'Theme dark current',
      'Theme light from Google',
    ]);
    expect(options('Bookmarks').map(({ name }) => name)).toEqual([
      'Bookmarks a, b current',
      'Bookmarks b, c from Google',
      'Bookmarks Both a, b, c',
    ]);
    expect(options('same')).toEqual([]);
  });

  it('shows what comes of each decision', () => {
    const { rows, options } = setUp({ decisions: { theme: 'theirs', bookmarks: 'both' } });

    expect(rows().map((row) => row[3])).toEqual([
      'After linking light Changes',
      'After linking a, b, c Changes',
    ]);
    expect(options('Theme').map(({ radio }) => radio.checked)).toEqual([false, true]);
    expect(options('Bookmarks').map(({ radio }) => radio.checked)).toEqual([false, false, true]);
  });

  it('hands on a decision with its key', () => {
    const { options, decided } = setUp();
    options('Bookmarks')[2]?.radio.click();

    expect(decided.mock.calls).toEqual([[{ key: 'bookmarks', decision: 'both' }]]);
  });

  it('lets nothing be decided while the link is on its way', () => {
    expect(setUp({ disabled: true }).options('Theme')[0]?.radio.disabled).toBe(true);
  });

  it('marks and announces what a swap has turned, until it is decided', () => {
    const { rows, options, news, replan } = setUp();
    expect(news()).toEqual(['']);
    replan({ direction: 'keepSecond' });

    expect(rows().map((row) => row.slice(0, 3))).toEqual([
      ['Theme', 'dark current', 'light from Google'],
      ['Bookmarks', 'a, b current', 'b, c from Google'],
    ]);
    expect(options('Theme').map(({ radio }) => radio.checked)).toEqual([false, true]);
    expect(news().at(-1)).toBe('Changed by keeping the other account: Theme and Bookmarks.');
    replan({ direction: 'keepSecond', decisions: { theme: 'theirs' } });

    expect(news()).toEqual([
      'Changed just now',
      'Changed by keeping the other account: Bookmarks.',
    ]);
  });

  it.each<[string, Arranged]>([
    [
      "2 settings differ. You'll have Theme “dark” and Bookmarks “a, b”. We save the other values.",
      {},
    ],
    [
      "2 settings differ. You'll have Theme “light” and both lists of Bookmarks. We save the other values.",
      { decisions: { theme: 'theirs', bookmarks: 'both' } },
    ],
    [
      "1 setting differs. You'll have Theme “dark”. We save the other value.",
      { absorbed: { theme: 'light' } },
    ],
    ['No conflicts. All settings will be combined automatically.', { absorbed: {} }],
    ['There are no settings to bring together.', { kept: {}, absorbed: {} }],
  ])('sums up what there is to decide: %s', (words, arranged) => {
    expect(setUp(arranged).summary).toBe(words);
  });

  it('sums up less where the values are in sight', () => {
    expect(setUp().summaryOpen).toBe("2 settings differ. We save the values you don't choose.");
    expect(setUp({ absorbed: { theme: 'light' } }).summaryOpen).toBe(
      "1 setting differs. We save the value you don't choose.",
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

    expect(text).toContain('linked before, and offered again: City.');
    expect(others).toEqual([['City', 'London']]);
  });

  it('calls settings and values as the site does, in the sentence and in the table', () => {
    described({
      theme: { label: 'Colour scheme', values: new Map([['dark', 'Dark']]) },
      bookmarks: { label: 'Saved pages' },
    });
    const { rows, summary } = setUp();

    expect(rows().map((row) => row.slice(0, 2))).toEqual([
      ['Colour scheme', 'Dark current'],
      ['Saved pages', 'a, b current'],
    ]);
    expect(summary).toContain("You'll have Colour scheme “Dark” and Saved pages “a, b”.");
  });

  it('counts what is hidden, takes what the site proposes, and lists neither', () => {
    described({ theme: { isHidden: true, preset: 'theirs' }, own: { isHidden: true } });
    const { rows, others, text, summary, plan } = setUp({ decisions: { theme: 'theirs' } });

    expect(rows().map(([name]) => name)).toEqual(['Bookmarks']);
    expect(others.map(([name]) => name)).toEqual(['Same', 'Avatar']);
    expect(text).toContain('4 more settings stay: Same, Avatar, and 2 other settings.');
    expect(summary).toBe(
      "1 setting differs. You'll have Bookmarks “a, b”. We save the other value.",
    );
    expect(plan.merge.changes.get('theme')).toBe('light');
    expect(plan.merge.setAside.get('sms|1')?.get('theme')).toBe('dark');
  });

  it.each<[string, 'both' | undefined]>([
    ['proposes nothing', undefined],
    ['proposes what cannot be', 'both'],
  ])('shows what is hidden after all where it differs and the site %s', (_, preset) => {
    described({ theme: { isHidden: true, preset } });

    expect(
      setUp()
        .rows()
        .map(([name]) => name),
    ).toEqual(['Theme', 'Bookmarks']);
  });

  it('marks by which parts two values differ, for those who listen as well', () => {
    const [row] = setUp({
      kept: { shortcuts: { search: '/', new: 'n' } },
      absorbed: { shortcuts: { search: 's', new: 'n' } },
    }).rows();

    expect(row?.[1]).toBe('Search/ (different)Newn current');
    expect(row?.[2]).toBe('Searchs (different)Newn from Google');
  });
});

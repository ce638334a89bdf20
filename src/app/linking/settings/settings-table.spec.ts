import { TestBed } from '@angular/core/testing';

import { google, settingsPlan, type SettingsArranged } from '../testing/settings-plan';
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
  // Without what is there for a phone alone, and what is tested by itself.
  const text = (element: Element): string =>
    [...element.childNodes]
      .filter((node) => !(node instanceof Comment))
      .filter((node) => !(node instanceof Element && node.matches('.whose, .choices')))
      .map((node) => (node instanceof Element ? text(node) : (node.textContent ?? '')))
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
  const group = (key: string) =>
    [...root.querySelectorAll('[role=radiogroup]')].find(
      (each) => each.getAttribute('aria-label') === key,
    );

  return {
    text: text(root),
    table: root.querySelector('table'),
    rows: [...root.querySelectorAll('tbody tr')].map((row) => [...row.children].map(text)),
    options: (key: string) =>
      [...(group(key)?.querySelectorAll('label') ?? [])].map((label) => ({
        name: label.textContent.trim(),
        radio: label.querySelector('input'),
      })),
    decided,
  };
}

describe('SettingsTable', () => {
  it('sets both accounts side by side, key by key, with what will be; decisions come first', () => {
    const { table, rows } = setUp();

    expect(table?.getAttribute('aria-label')).toBe('Settings');
    expect(rows).toEqual([
      ['theme', 'dark', 'light', 'dark They differ'],
      ['bookmarks', 'a b', 'b c', 'a b They differ'],
      ['avatar', 'not set', 'p', 'p Only in the account that joins: carried over'],
      ['own', 'yes', 'not set', 'yes Only in the account you keep'],
      ['same', 'x', 'x', 'x The same in both'],
    ]);
  });

  it('says whose values they are', () => {
    expect(setUp().text).toMatch(/Mine sms ada@example\.com Theirs Google ada@example\.com/);
  });

  it('asks for each conflict, and offers both values only where there are two lists', () => {
    const { options } = setUp();

    expect(options('theme').map(({ name }) => name)).toEqual(['Keep mine', 'Take theirs']);
    expect(options('bookmarks').map(({ name }) => name)).toEqual([
      'Keep mine',
      'Take theirs',
      'Keep both',
    ]);
    expect(options('same')).toEqual([]);
  });

  it('shows what comes of each decision', () => {
    const { rows, options } = setUp({ decisions: { theme: 'theirs', bookmarks: 'both' } });

    expect(rows.slice(0, 2).map((row) => row[3])).toEqual([
      'light They differ',
      'a b c They differ',
    ]);
    expect(options('theme').map(({ radio }) => radio?.checked)).toEqual([false, true]);
  });

  it('hands on a decision with its key', () => {
    const { options, decided } = setUp();
    options('bookmarks')[2]?.radio?.click();

    expect(decided.mock.calls).toEqual([[{ key: 'bookmarks', decision: 'both' }]]);
  });

  it('lets nothing be decided while the link is on its way', () => {
    expect(setUp({ disabled: true }).options('theme')[0]?.radio?.disabled).toBe(true);
  });

  it.each<[string, Arranged]>([
    ['2 settings differ.', {}],
    ['One setting differs.', { absorbed: { theme: 'light' } }],
    ['Nothing to decide', { absorbed: {} }],
    ['There are no settings to bring together.', { kept: {}, absorbed: {} }],
  ])('counts what there is to decide: %s', (words, arranged) => {
    expect(setUp(arranged).text).toContain(words);
  });

  it('says so where two values differ in what is not shown', () => {
    const [kept, absorbed] = [{ bio: `${'x'.repeat(90)}1` }, { bio: `${'x'.repeat(90)}2` }];

    expect(setUp({ kept, absorbed }).rows[0]?.[3]).toContain('in a part that is not shown');
  });

  it('REL-38: offers again what an earlier link of the same account has set aside', () => {
    const kept = { linked_archive: { 'google|1': { city: 'London' } } };
    const { text, rows } = setUp({ kept, absorbed: {} });

    expect(text).toContain('linked before, and offered again: city.');
    expect(rows[0]?.slice(0, 3)).toEqual(['city', 'not set', 'London']);
  });
});

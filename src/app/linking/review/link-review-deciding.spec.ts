import { TestBed } from '@angular/core/testing';

import { google, settingsPlan, type SettingsArranged } from '../testing/settings-plan';
import { LinkReview } from './link-review';

/** As much as one setting may hold. */
const long = 'x'.repeat(4000);

function setUp(arranged: SettingsArranged) {
  const fixture = TestBed.createComponent(LinkReview);
  const state = { sending: false, expiresAt: undefined, isRevised: false };
  const given = { plan: settingsPlan(arranged), connections: [google], ...state };
  for (const [name, value] of Object.entries(given)) fixture.componentRef.setInput(name, value);
  const review = fixture.componentInstance;
  const asked: unknown[] = [];
  for (const name of ['confirmed', 'useAnother', 'dismissed'] as const) {
    review[name].subscribe(() => asked.push(name));
  }
  review.directionChosen.subscribe((direction) => asked.push(direction));
  review.decided.subscribe((decided) => asked.push(decided));
  fixture.detectChanges();
  jest.advanceTimersByTime(600);
  fixture.detectChanges();
  const root = fixture.nativeElement as HTMLElement;

  return {
    root,
    asked,
    alert: root.querySelector('[role=alert]'),
    buttons: [...root.querySelectorAll('button')].map(({ textContent }) => textContent.trim()),
    table: root.querySelector('table'),
  };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('LinkReview: what can be done', () => {
  it('hands on what is chosen, decided and asked for', () => {
    const { root, asked } = setUp({ kept: { theme: 'dark' }, absorbed: { theme: 'light' } });
    root.querySelectorAll('button').forEach((each) => each.click());
    for (const radio of root.querySelectorAll('input')) if (!radio.checked) radio.click();

    expect(asked).toEqual([
      ...['confirmed', 'useAnother', 'dismissed', 'keepSecond'],
      { key: 'theme', decision: 'theirs' },
    ]);
  });
});

describe('LinkReview: what stands in the way', () => {
  it.each<[string, SettingsArranged, RegExp]>([
    [
      'profileSize',
      { kept: { one: long, two: long }, absorbed: { three: long } },
      /would take 12,\d{3} bytes.*10,240 bytes is all/,
    ],
    ['limit', { absorbed: { one: `${long}${long}` } }, /that joins cannot be carried over/],
    ['direction', { allowSwap: false, direction: 'keepSecond' }, /only the account you are using/],
  ])('is said, by kind and in words, and nothing can be linked: %s', (kind, arranged, words) => {
    const { alert, buttons } = setUp(arranged);

    expect(alert?.getAttribute('data-blocker')).toBe(kind);
    expect(alert?.textContent.replaceAll(/\s+/g, ' ')).toMatch(words);
    expect(buttons).toEqual(['Use another account', 'Cancel']);
  });

  it('hides the table where the settings are beyond comparison', () => {
    expect(setUp({ absorbed: { one: `${long}${long}` } }).table).toBeNull();
  });

  it('is not spoken of where there is nothing', () => {
    expect(setUp({}).alert).toBeNull();
  });
});

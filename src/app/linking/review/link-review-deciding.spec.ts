import { TestBed } from '@angular/core/testing';

import { selectorOf, type Action } from '../../actions/action';
import { onDevice } from '../testing/device';
import { google, settingsPlan, type SettingsArranged } from '../testing/settings-plan';
import { LinkReview } from './link-review';

/** As much as one setting may hold. */
const long = 'x'.repeat(4000);

function setUp(arranged: SettingsArranged) {
  const fixture = TestBed.createComponent(LinkReview);
  const state = { sending: false, expiresAtMs: undefined, isRevised: false };
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
    buttons: [...root.querySelectorAll('app-review-actions button')].map(({ textContent }) =>
      textContent.trim(),
    ),
    table: root.querySelector('table'),
    settings: root.querySelector<HTMLElement>('#link-settings'),
    named: (action: Action) => root.querySelector<HTMLInputElement>(selectorOf(action)),
    show: () => fixture.detectChanges(),
    replan: (again: SettingsArranged): void => {
      fixture.componentRef.setInput('plan', settingsPlan(again));
      fixture.detectChanges();
    },
  };
}

beforeEach(() => {
  jest.useFakeTimers();
  onDevice({ isPhone: false });
});
afterEach(() => jest.useRealTimers());

/** What can be pressed, and does not do what it says. */
const isOff = (button: HTMLInputElement | null): boolean =>
  button === null || button.disabled || button.ariaDisabled === 'true';

beforeEach(() => {
  Element.prototype.scrollIntoView = jest.fn();
});

describe('LinkReview: what can be done', () => {
  it('hands on what is chosen, decided and asked for', () => {
    const { root, asked } = setUp({ kept: { theme: 'dark' }, absorbed: { theme: 'light' } });
    root.querySelectorAll<HTMLElement>('app-review-actions button').forEach((each) => each.click());
    for (const radio of root.querySelectorAll('input')) if (!radio.checked) radio.click();

    expect(asked).toEqual([
      ...['confirmed', 'useAnother', 'dismissed'],
      { key: 'theme', decision: 'theirs' },
      'keepSecond',
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
    ['limit', { absorbed: { one: `${long}${long}` } }, /that is added can't be carried over/],
    ['direction', { allowSwap: false, direction: 'keepSecond' }, /only the account you are using/],
  ])('is said, by kind and in words, and nothing can be linked: %s', (kind, arranged, words) => {
    const { alert, buttons } = setUp(arranged);

    expect(alert?.getAttribute('data-blocker')).toBe(kind);
    expect(alert?.textContent.replaceAll(/\s+/g, ' ')).toMatch(words);
    expect(buttons).toEqual(['Use a different account', 'Cancel']);
  });

  it('hides the table where the settings are beyond comparison', () => {
    expect(setUp({ absorbed: { one: `${long}${long}` } }).table).toBeNull();
  });

  it('is not spoken of where there is nothing', () => {
    expect(setUp({}).alert).toBeNull();
  });
});

describe('LinkReview: the settings', () => {
  const differing = { kept: { theme: 'dark' }, absorbed: { theme: 'light' } };

  it('are folded away where a value is proposed for each, and open when asked for', () => {
    const { settings, named, show } = setUp(differing);
    expect(settings?.hidden).toBe(true);
    named('show-settings')?.click();
    show();

    expect(settings?.hidden).toBe(false);
    expect(named('show-settings')?.getAttribute('aria-expanded')).toBe('true');
  });

  it.each<[string, SettingsArranged]>([
    [
      'two values look the same',
      { kept: { bio: `${long}1`.slice(1) }, absorbed: { bio: `${long}2`.slice(1) } },
    ],
    ['less has to be kept', { kept: { one: long, two: long }, absorbed: { three: long } }],
    ['the other account has to stay', { allowSwap: false, direction: 'keepSecond' }],
  ])('are open where %s', (_case, arranged) => {
    expect(setUp(arranged).settings?.hidden).toBe(false);
  });
});

describe('LinkReview: accounts that look like those of two people', () => {
  const strangers = { names: ['Ada Lovelace', 'Charles Babbage'] } as const;

  it('SEC-55: are linked only once somebody has said that both are theirs', () => {
    const { root, asked, named, show } = setUp(strangers);
    expect(root.querySelector('h1')?.textContent).toContain('Are both accounts yours?');
    expect(root.querySelector('app-both-are-mine')?.textContent).toContain(
      'Ada Lovelace and Charles Babbage.',
    );
    expect(root.querySelector('app-merged-card.doubtful')).not.toBeNull();
    named('link-accounts')?.click();
    expect(asked).toEqual([]);
    expect(document.activeElement).toBe(named('both-are-mine'));
    named('both-are-mine')?.click();
    show();
    named('link-accounts')?.click();

    expect(asked).toEqual(['confirmed']);
  });

  it('are asked about nowhere else', () => {
    const { root, named } = setUp({ names: ['Ada Lovelace', 'ada lovelace'] });

    expect(root.querySelector('h1')?.textContent).toContain('Two accounts become one');
    expect(named('both-are-mine')).toBeNull();
  });
});

describe('LinkReview on a phone', () => {
  it('links nothing before what is lost has been in sight, and again after a swap', () => {
    let come: (entries: { isIntersecting: boolean }[]) => void = () => undefined;
    onDevice({ isPhone: true });
    Object.defineProperty(globalThis, 'IntersectionObserver', {
      value: class {
        observe = jest.fn();
        disconnect = jest.fn();
        constructor(heard: typeof come) {
          come = heard;
        }
      },
      configurable: true,
    });
    const { named, show, replan } = setUp({});
    const offers = (): readonly (string | undefined)[] =>
      (['read-on', 'link-accounts'] as const).map((action) => named(action)?.dataset['action']);
    expect(offers()).toEqual(['read-on', undefined]);
    come([{ isIntersecting: false }]);
    show();
    expect(offers()).toEqual(['read-on', undefined]);
    named('read-on')?.click();
    expect(Element.prototype.scrollIntoView).toHaveBeenCalled();
    come([{ isIntersecting: true }]);
    show();
    // Whoever presses twice has not read what came between.
    expect(isOff(named('link-accounts'))).toBe(true);
    jest.advanceTimersByTime(600);
    show();

    expect(isOff(named('link-accounts'))).toBe(false);
    replan({ direction: 'keepSecond' });
    expect(offers()).toEqual(['read-on', undefined]);
    come([{ isIntersecting: true }]);
    show();
    jest.advanceTimersByTime(600);
    show();

    expect(isOff(named('link-accounts'))).toBe(false);
    Reflect.deleteProperty(globalThis, 'IntersectionObserver');
  });
});

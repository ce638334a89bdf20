import { TestBed } from '@angular/core/testing';

import { ReviewActions } from './review-actions';

const now = Date.UTC(2027, 0, 15, 8);

function setUp(inputs: Readonly<Record<string, unknown>> = {}) {
  const fixture = TestBed.createComponent(ReviewActions);
  const given = { isBlocked: false, sending: false, expiresAt: undefined, ...inputs };
  for (const [name, value] of Object.entries(given)) fixture.componentRef.setInput(name, value);
  const actions = fixture.componentInstance;
  const said: string[] = [];
  actions.confirmed.subscribe(() => said.push('confirmed'));
  actions.useAnother.subscribe(() => said.push('useAnother'));
  actions.dismissed.subscribe(() => said.push('dismissed'));
  fixture.detectChanges();
  const root = fixture.nativeElement as HTMLElement;
  const buttons = () => [...root.querySelectorAll('button')];

  return {
    said,
    names: () => buttons().map(({ textContent }) => textContent.trim()),
    isEnabled: (name: string) =>
      buttons().some((each) => each.textContent.trim() === name && !each.disabled),
    press: (name: string) =>
      buttons()
        .find((each) => each.textContent.trim() === name)
        ?.click(),
    text: () => root.textContent.replaceAll(/\s+/g, ' ').trim(),
    heard: () => root.querySelector('[aria-live]')?.textContent.replaceAll(/\s+/g, ' ').trim(),
    pass: (milliseconds: number): void => {
      jest.advanceTimersByTime(milliseconds);
      fixture.detectChanges();
    },
  };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('ReviewActions', () => {
  it.each([
    ['Link accounts', 'confirmed'],
    ['Use another account', 'useAnother'],
    ['Cancel', 'dismissed'],
  ])('asks for what is pressed, once: %s', (name, asked) => {
    const { pass, press, said } = setUp();
    pass(600);
    press(name);

    expect(said).toEqual([asked]);
  });

  it('takes no click that came with the page', () => {
    const { isEnabled, pass, press, said } = setUp();
    pass(599);
    press('Link accounts');
    expect(said).toEqual([]);
    pass(1);

    expect(isEnabled('Link accounts')).toBe(true);
  });

  it('takes no click that was meant for a window above it', () => {
    const { pass, press, said } = setUp();
    pass(600);
    window.dispatchEvent(new Event('focus'));
    pass(599);
    press('Link accounts');

    expect(said).toEqual([]);
  });

  it('takes no click while it cannot be seen', () => {
    const { isEnabled, pass } = setUp();
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    pass(10_000);
    expect(isEnabled('Link accounts')).toBe(false);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    pass(600);

    expect(isEnabled('Link accounts')).toBe(true);
  });

  it('offers no link that cannot be made', () => {
    expect(setUp({ isBlocked: true }).names()).toEqual(['Use another account', 'Cancel']);
  });

  it('offers nothing more once the link is on its way', () => {
    const { pass, press, said } = setUp({ sending: true });
    pass(600);
    ['Link accounts', 'Use another account', 'Cancel'].forEach(press);

    expect(said).toEqual([]);
  });
});

describe('ReviewActions: the time that is left', () => {
  it('says nothing while it is long, and how long it is then', () => {
    const { text, pass } = setUp({ expiresAt: now + 601_000 });
    expect(text()).not.toContain('good for');
    pass(2000);
    expect(text()).toContain('This sign-in is good for 9:59 more minutes.');
    pass(327_000);

    expect(text()).toContain('good for 4:32 more minutes');
  });

  it('interrupts a screen reader only now and then', () => {
    const { heard, pass } = setUp({ expiresAt: now + 302_000 });
    expect(heard()).toBe('');
    pass(2000);
    expect(heard()).toBe('The sign-in is good for 5 more minutes.');
    pass(60_000);
    expect(heard()).toBe('The sign-in is good for 5 more minutes.');
    pass(180_000);

    expect(heard()).toBe('The sign-in is good for one more minute.');
  });

  it('REL-25: asks for that sign-in again when it has expired, and links nothing', () => {
    const { names, pass, press, said, text } = setUp({ expiresAt: now + 1000 });
    expect(names()).toContain('Link accounts');
    pass(1000);
    expect(names()).toEqual(['Sign in again', 'Cancel']);
    expect(text()).toContain('Nothing has changed, and your choices stay');
    press('Sign in again');

    expect(said).toEqual(['useAnother']);
  });
});

import { TestBed } from '@angular/core/testing';

import { ReviewActions } from './review-actions';

const now = Date.UTC(2027, 0, 15, 8);

function setUp(inputs: Readonly<Record<string, unknown>> = {}) {
  const fixture = TestBed.createComponent(ReviewActions);
  const state = { isBlocked: false, isExpired: false, mayAgree: true, sending: false };
  const given = { ...state, ...inputs };
  for (const [name, value] of Object.entries(given)) fixture.componentRef.setInput(name, value);
  const actions = fixture.componentInstance;
  const said: string[] = [];
  actions.confirmed.subscribe(() => said.push('confirmed'));
  actions.missed.subscribe(() => said.push('missed'));
  actions.useAnother.subscribe(() => said.push('useAnother'));
  actions.dismissed.subscribe(() => said.push('dismissed'));
  fixture.detectChanges();
  const root = fixture.nativeElement as HTMLElement;
  const buttons = () => [...root.querySelectorAll('button')];

  return {
    said,
    names: () => buttons().map(({ textContent }) => textContent.trim()),
    isEnabled: (name: string) =>
      buttons().some(
        (each) =>
          each.textContent.trim() === name && each.ariaDisabled !== 'true' && !each.disabled,
      ),
    press: (name: string) =>
      buttons()
        .find((each) => each.textContent.trim() === name)
        ?.click(),
    text: () => root.textContent.replaceAll(/\s+/g, ' ').trim(),
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
    ['Use a different account', 'useAnother'],
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
    expect(setUp({ isBlocked: true }).names()).toEqual(['Use a different account', 'Cancel']);
  });

  it('offers nothing more once the link is on its way', () => {
    const { pass, press, said } = setUp({ sending: true });
    pass(600);
    ['Link accounts', 'Use a different account', 'Cancel'].forEach(press);

    expect(said).toEqual([]);
  });
});

describe('ReviewActions: before anybody may agree', () => {
  it('links nothing that was not looked at, or not said to be theirs', () => {
    const { isEnabled, pass, press, said } = setUp({ mayAgree: false });
    pass(600);
    press('Link accounts');

    expect(isEnabled('Link accounts')).toBe(false);
    expect(said).toEqual(['missed']);
  });

  it('REL-25: asks for the sign-in again when it has expired, and links nothing', () => {
    const { names, press, said, text } = setUp({ isExpired: true });
    expect(names()).toEqual(['Sign in again', 'Cancel']);
    expect(text()).toContain('Nothing has changed, and your choices stay');
    press('Sign in again');

    expect(said).toEqual(['useAnother']);
  });
});

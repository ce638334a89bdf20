import { isLigatureCallback } from './ligature-callback';

describe('isLigatureCallback', () => {
  it.each([
    ['/settings/sign-in/callback', true],
    ['/settings/sign-in/link/callback', true],
    ['/portal/de/settings/sign-in/link/callback', true],
    ['/callback', false],
    ['/settings/sign-in/account', false],
    ['/other-settings/sign-in/callback', false],
  ])('knows whose sign-in comes back to %s', (path, isOurs) => {
    expect(isLigatureCallback('settings/sign-in', path)).toBe(isOurs);
    expect(isLigatureCallback('/settings/sign-in/', path)).toBe(isOurs);
  });

  it('knows its own at the root of a portal', () => {
    expect(isLigatureCallback('', '/link/callback')).toBe(true);
    expect(isLigatureCallback('', '/orders')).toBe(false);
  });
});

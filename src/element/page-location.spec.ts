import { TestBed } from '@angular/core/testing';

import { addressBy, linkCallbackUrl, startUrl } from '../app/session/sign-in/callback-url';
import { elementAddressing } from './element-addressing';
import { PageLocation } from './page-location';

/** The page around an element, at this address. */
function setUp(address: string) {
  window.history.replaceState({ of: 'the page' }, '', address);

  return TestBed.inject(PageLocation);
}

// For good: an element never leaves its page.
beforeAll(() => addressBy(elementAddressing));
afterAll(() => window.history.replaceState(null, '', '/'));

describe('PageLocation', () => {
  it('begins at the account page', () => {
    expect(setUp('/settings').path()).toBe('/account');
  });

  it('begins where a sign-in has come back to, and takes it out of the address as it goes on', () => {
    const location = setUp('/settings?ligature-page=/link/callback&code=c&state=s#part');
    expect(location.path()).toBe('/link/callback');
    location.replaceState(null, '', '/account', '');

    expect(location.path()).toBe('/account');
    expect(window.location.href).toBe('http://localhost/settings#part');
    expect(window.history.state).toEqual({ of: 'the page' });
  });

  it('leaves the address and the history of the page alone', () => {
    const location = setUp('/settings?tab=2');
    const before = window.history.length;
    location.pushState({ id: 7 }, '', '/account/link/github', 'a=1');

    expect(location.path()).toBe('/account/link/github?a=1');
    expect(location.getState()).toEqual({ id: 7 });
    expect(window.location.href).toBe('http://localhost/settings?tab=2');
    expect(window.history.length).toBe(before);
  });

  it('gives links the address of the page, with the path', () => {
    expect(setUp('/settings').prepareExternalUrl('/account')).toBe(
      'http://localhost/settings?ligature-page=/account',
    );
    expect(linkCallbackUrl()).toBe('http://localhost/settings?ligature-page=/link/callback');
    expect(startUrl()).toBe('http://localhost/settings');
  });
});

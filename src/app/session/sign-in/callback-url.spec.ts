import {
  addressOf,
  appUrl,
  callbackUrl,
  linkCallbackUrl,
  mountAt,
  pagePath,
  startUrl,
} from './callback-url';

/** A page at this path, of an application that is served below a base. */
function setUp(base: string | undefined, path: string): void {
  window.history.replaceState(null, '', path);
  document.querySelector('base')?.remove();
  if (base === undefined) return;
  const element = document.createElement('base');
  element.setAttribute('href', base);
  document.head.append(element);
}

afterEach(() => setUp(undefined, '/'));

describe('the addresses of an application', () => {
  it.each([
    [undefined, '/link/callback'],
    ['/', '/link/callback'],
    ['./', '/'],
  ])('that is served at an origin: %j, at %s', (base, path) => {
    setUp(base, path);

    expect(appUrl()).toBe('http://localhost');
    expect(callbackUrl()).toBe('http://localhost/callback');
    expect(linkCallbackUrl()).toBe('http://localhost/link/callback');
    expect(addressOf('/lock')).toBe('http://localhost/lock');
    expect(startUrl()).toBe('http://localhost');
  });

  it.each([
    ['/portal/', '/portal/link/callback'],
    ['http://localhost/portal/', '/portal/'],
    ['/portal/index.html', '/portal/account'],
  ])('that is served below a folder: %s, at %s', (base, path) => {
    setUp(base, path);

    expect(appUrl()).toBe('http://localhost/portal');
    expect(callbackUrl()).toBe('http://localhost/portal/callback');
    expect(linkCallbackUrl()).toBe('http://localhost/portal/link/callback');
    expect(addressOf('/')).toBe('http://localhost/portal/');
    expect(startUrl()).toBe('http://localhost/portal/');
  });
});

describe('the page that is shown', () => {
  it.each([
    ['/', '/callback', '/callback'],
    ['/', '/portal/callback', '/portal/callback'],
    ['/portal/', '/portal/callback', '/callback'],
    ['/portal/', '/portal/', '/'],
    ['/portal/', '/callback', ''],
    ['/portal/', '/portal', '/'],
    ['/portal/', '/portals/callback', ''],
    ['/a/b/', '/a/b/link/callback', '/link/callback'],
  ])('below %s at %s is %s', (base, path, page) => {
    setUp(base, path);

    expect(pagePath()).toBe(page);
  });

  it.each([
    ['/callback', ''],
    ['/settings/sign-in', '/'],
    ['/settings/sign-in/callback', '/callback'],
  ])('in a portal at %s is “%s”', (path, page) => {
    setUp('/', path);
    mountAt('/settings/sign-in');

    expect(pagePath()).toBe(page);
    mountAt('');
  });
});

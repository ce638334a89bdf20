import { Component, ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';

import { mountAt } from '../app/session/sign-in/callback-url';
import type { ConfigSource } from './config-source';
import type { LigatureFeature } from './features/ligature-feature';
import { withReturn } from './features/with-return';
import { LigatureError } from './ligature-error';
import { ligatureRoutes } from './ligature-routes';
import { provideLigature } from './provide-ligature';

const config = {
  tenant: { domain: 'acme.eu.auth0.com', clientId: 'abc', audience: 'https://acme/api/v2/' },
  connections: [{ name: 'google-oauth2', strategy: 'google-oauth2', label: 'Google' }],
};

@Component({ template: '<h1 i18n>Orders</h1>' })
class Orders {}

const routes: Routes = [
  { path: '', pathMatch: 'full', component: Orders },
  { path: 'settings/sign-in', children: ligatureRoutes() },
];

async function setUp(
  source?: ConfigSource,
  more: Routes = [],
  features: readonly LigatureFeature[] = [],
) {
  const handled: unknown[] = [];
  TestBed.configureTestingModule({
    providers: [
      provideRouter([...routes, ...more]),
      ...(source === undefined ? [] : [provideLigature(source, ...features)]),
      { provide: ErrorHandler, useValue: { handleError: (error: unknown) => handled.push(error) } },
    ],
  });
  const harness = await RouterTestingHarness.create('/');

  return {
    handled,
    open: async (url: string) => {
      await harness.navigateByUrl(url);
      await harness.fixture.whenStable();

      return harness.fixture.nativeElement as HTMLElement;
    },
  };
}

beforeAll(() =>
  Object.defineProperty(globalThis, 'matchMedia', { value: () => ({ matches: false }) }),
);
afterEach(() => mountAt(''));

describe('ligatureRoutes', () => {
  it('opens its pages below the path of the portal, with a configuration that is read then', async () => {
    const source = jest.fn(() => config);
    const { open } = await setUp(source);
    expect(source).not.toHaveBeenCalled();
    const root = await open('/settings/sign-in');

    expect(root.querySelector('ligature-frame app-welcome')).not.toBeNull();
    await open('/');
    await open('/settings/sign-in');
    expect(source).toHaveBeenCalledTimes(1);
  });

  it('leads from an account that nobody is signed in to, to its own start', async () => {
    const { open } = await setUp(config);
    await open('/settings/sign-in/account');

    expect(TestBed.inject(Router).url).toBe('/settings/sign-in');
  });

  it('speaks the language of the portal, and says in which direction it is written', async () => {
    document.documentElement.lang = 'ar-EG';
    const { open } = await setUp(config);
    const frame = (await open('/settings/sign-in')).querySelector<HTMLElement>('ligature-frame');

    expect([frame?.lang, frame?.dir]).toEqual(['ar', 'rtl']);
    expect(document.documentElement.lang).toBe('ar-EG');
    document.documentElement.lang = '';
  });

  it('has the colours of the configuration where a portal has no theme, and leaves the portal its own', async () => {
    const branding = { colors: { primary: '#7a1fa2' }, borderRadius: 4 };
    const { open } = await setUp({ ...config, branding });
    const frame = (await open('/settings/sign-in')).querySelector<HTMLElement>('ligature-frame');

    expect(frame?.style.getPropertyValue('--ligature-accent')).toContain('#7a1fa2');
    expect(frame?.style.getPropertyValue('--ligature-radius-control')).toBe('4px');
    expect(document.documentElement.style.getPropertyValue('--ligature-accent')).toBe('');
  });

  it('shows a plain page where the configuration cannot be used, and tells the portal each mistake', async () => {
    const { open, handled } = await setUp({
      ...config,
      tenant: { ...config.tenant, clientId: '' },
    });
    const root = await open('/settings/sign-in/account');

    expect(root.querySelector('[data-failure="config-invalid"]')).not.toBeNull();
    expect(handled).toEqual([expect.any(LigatureError)]);
    expect(String(handled[0])).toMatch(/LIG-CONFIG[\s\S]*tenant\.clientId/);
  });

  it('takes no connection by Lock, for which a portal has no page', async () => {
    const [google] = config.connections;
    const { open, handled } = await setUp({
      ...config,
      connections: [google, { ...google, name: 'acme', transport: 'lock' }],
    });
    await open('/settings/sign-in/account');

    expect(String(handled[0])).toMatch(/LIG-CONFIG[\s\S]*connections\[1\]\.transport/);
  });

  it.each([
    ['nothing', undefined],
    ['a list', [config]],
    ['an answer that says no', { error: 'not found' }],
  ])('shows a plain page where the portal gives %s', async (_what, given) => {
    const { open, handled } = await setUp(() => given as object);
    const root = await open('/settings/sign-in');

    expect(root.querySelector('[data-failure="config-invalid"]')).not.toBeNull();
    expect(handled).toEqual([expect.any(LigatureError)]);
  });

  it('tells a portal which page a link may not return to', async () => {
    const { open, handled } = await setUp(config, [], [withReturn({ allow: ['/linked'] })]);
    const root = await open('/settings/sign-in');

    expect(root.querySelector('[data-failure="config-invalid"]')).not.toBeNull();
    expect(String(handled[0])).toContain('withReturn: allow[0] must begin with https://');
  });

  it('tries again at the next opening where the configuration did not arrive', async () => {
    let answer = () => Promise.reject<object>(new TypeError('Failed to fetch'));
    const { open } = await setUp(() => answer());
    const root = await open('/settings/sign-in');
    expect(root.querySelector('[data-failure="config-unreachable"]')).not.toBeNull();
    answer = () => Promise.resolve(config);
    await open('/');

    expect((await open('/settings/sign-in')).querySelector('app-welcome')).not.toBeNull();
  });

  it('asks for its provider where a portal has forgotten it', async () => {
    const { open } = await setUp();

    await expect(open('/settings/sign-in')).rejects.toThrow('LIG-NOT-PROVIDED');
  });

  it('is mounted once', async () => {
    const { open } = await setUp(config, [{ path: 'account', children: ligatureRoutes() }]);
    await open('/settings/sign-in');

    await expect(open('/account')).rejects.toThrow('LIG-ENTERED-TWICE');
  });
});

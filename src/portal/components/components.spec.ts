import { Component, ErrorHandler, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';

import { mountAt } from '../../app/session/sign-in/callback-url';
import { ligatureRoutes } from '../ligature-routes';
import { provideLigature } from '../provide-ligature';
import { LigatureAccount } from './ligature-account';
import { LigatureLink } from './ligature-link';
import { LigatureMethods } from './ligature-methods';
import { LigatureSuggestions } from './ligature-suggestions';

const config = {
  tenant: { domain: 'acme.eu.auth0.com', clientId: 'abc', audience: 'https://acme/api/v2/' },
  connections: [{ name: 'google-oauth2', strategy: 'google-oauth2', label: 'Google' }],
};

@Component({
  imports: [LigatureAccount],
  template: '<ligature-account readonly [connections]="[]" />',
})
class AccountOfPortal {}

@Component({ imports: [LigatureLink], template: '<ligature-link connection="google-oauth2" />' })
class LinkOfPortal {}

@Component({ imports: [LigatureMethods], template: '<ligature-methods /><ligature-methods />' })
class MethodsOfPortal {}

@Component({ imports: [LigatureSuggestions], template: '<ligature-suggestions />' })
class SuggestionsOfPortal {}

const mounted: Routes = [
  { path: ':language/sign-in', children: ligatureRoutes() },
  {
    path: 'settings',
    children: [{ path: '', children: [{ path: 'sign-in', children: ligatureRoutes() }] }],
  },
];

/** A page of the portal's, with a component of ours on it. */
async function setUp(
  page: Type<unknown>,
  {
    source = () => config,
    routes = mounted,
    isProvided = true,
  }: {
    readonly source?: () => object;
    readonly routes?: Routes;
    readonly isProvided?: boolean;
  } = {},
) {
  const handled: unknown[] = [];
  const read = jest.fn(source);
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '', pathMatch: 'full', component: page }, ...routes]),
      ...(isProvided ? [provideLigature(read)] : []),
      { provide: ErrorHandler, useValue: { handleError: (error: unknown) => handled.push(error) } },
    ],
  });
  const harness = await RouterTestingHarness.create('/');
  const root = harness.fixture.nativeElement as HTMLElement;

  return {
    read,
    root,
    handled,
    open: (url: string) => harness.navigateByUrl(url),
    /** Until it has loaded what it shows. */
    shows: async (selector: string): Promise<number> => {
      for (let tries = 0; tries < 200 && root.querySelector(selector) === null; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await harness.fixture.whenStable();

      return root.querySelectorAll(selector).length;
    },
    isTold: async (): Promise<string> => {
      for (let tries = 0; tries < 200 && handled.length === 0; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }

      return String(handled[0]);
    },
  };
}

beforeAll(() =>
  Object.defineProperty(globalThis, 'matchMedia', { value: () => ({ matches: false }) }),
);
afterEach(() => mountAt(''));

describe('a component on a page of the portal’s', () => {
  it.each([AccountOfPortal, LinkOfPortal])(
    'offers the way in where nobody is signed in (%p)',
    async (page) => {
      const { shows, handled } = await setUp(page);

      expect(await shows('ligature-frame app-welcome')).toBe(1);
      expect(handled).toEqual([]);
    },
  );

  it('has the configuration read once, for all of them and for the pages', async () => {
    const { shows, open, read, root } = await setUp(MethodsOfPortal);
    expect(await shows('ligature-methods:last-of-type app-welcome')).toBe(1);
    expect(await shows('ligature-methods app-welcome')).toBe(2);
    await open('/settings/sign-in');

    expect(root.querySelector('ligature-pages app-welcome')).not.toBeNull();
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('suggests nothing to nobody', async () => {
    const { root, handled } = await setUp(SuggestionsOfPortal);
    await new Promise((resolve) => setTimeout(resolve, 500));

    expect(root.querySelector('ligature-suggestions')?.textContent).toBe('');
    expect(handled).toEqual([]);
  });

  it('shows that the configuration cannot be used, and tells the portal why', async () => {
    const { shows, isTold } = await setUp(AccountOfPortal, { source: () => ({}) });

    expect(await shows('[data-failure="config-invalid"]')).toBe(1);
    expect(await isTold()).toContain('LIG-CONFIG');
  });

  it('asks for the pages that sign-ins come back to', async () => {
    const { isTold } = await setUp(LinkOfPortal, { routes: [] });

    expect(await isTold()).toContain('LIG-NOT-MOUNTED');
  });

  it('asks for its provider', async () => {
    const { isTold } = await setUp(LinkOfPortal, { isProvided: false });

    expect(await isTold()).toContain('LIG-NOT-PROVIDED');
  });
});

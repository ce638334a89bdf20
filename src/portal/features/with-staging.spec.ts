import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';

import { mountAt } from '../../app/session/sign-in/callback-url';
import { ligatureRoutes } from '../ligature-routes';
import { provideLigature } from '../provide-ligature';
import { withStaging } from './with-staging';

const config = {
  tenant: { domain: 'acme.eu.auth0.com', clientId: 'abc', audience: 'https://acme/api/v2/' },
  connections: [{ name: 'google-oauth2', strategy: 'google-oauth2', label: 'Google' }],
};

async function open(url: string, { staging = true, features = [withStaging()] } = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'settings/sign-in', children: ligatureRoutes() }]),
      provideLigature({ ...config, staging }, ...features),
    ],
  });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url);

  return harness.fixture.nativeElement as HTMLElement;
}

// What jsdom has not got.
beforeAll(() => {
  Object.defineProperty(globalThis, 'matchMedia', { value: () => ({ matches: false }) });
  Object.defineProperty(performance, 'getEntriesByType', { value: () => [] });
  Object.defineProperty(globalThis, 'PerformanceNavigationTiming', { value: Object });
});
afterEach(() => mountAt(''));

describe('withStaging', () => {
  it('adds the console, below the path of the portal', async () => {
    const root = await open('/settings/sign-in/staging/trace');

    expect(root.querySelector('ligature-frame app-staging-page app-trace-page')).not.toBeNull();
    expect(TestBed.inject(Router).url).toBe('/settings/sign-in/staging/trace');
  });

  it('shows nothing of it where the configuration does not say that this is for trying out', async () => {
    await expect(open('/settings/sign-in/staging/trace', { staging: false })).rejects.toThrow(
      'Cannot match',
    );
  });

  it('is the only way to it', async () => {
    await expect(open('/settings/sign-in/staging/trace', { features: [] })).rejects.toThrow(
      'Cannot match',
    );
  });
});

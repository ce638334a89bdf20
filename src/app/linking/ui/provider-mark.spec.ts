import { existsSync } from 'node:fs';
import { TestBed } from '@angular/core/testing';

import { ProviderMark } from './provider-mark';

async function sourceFor(strategy: string): Promise<string | null> {
  const fixture = TestBed.createComponent(ProviderMark);
  fixture.componentRef.setInput('strategy', strategy);
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;

  return host.querySelector('img')?.getAttribute('src') ?? null;
}

describe('ProviderMark', () => {
  it.each([
    ['auth0', 'password'],
    ['google-oauth2', 'google'],
    ['github', 'github'],
    ['facebook', 'facebook'],
    ['linkedin', 'linkedin'],
    ['apple', 'apple'],
    ['windowslive', 'microsoft'],
    ['waad', 'microsoft'],
    ['ad', 'company'],
    ['adfs', 'company'],
    ['auth0-adldap', 'company'],
    ['auth0-oidc', 'company'],
    ['google-apps', 'company'],
    ['ip', 'company'],
    ['office365', 'company'],
    ['oidc', 'company'],
    ['okta', 'company'],
    ['pingfederate', 'company'],
    ['samlp', 'company'],
    ['sharepoint', 'company'],
    ['amazon', 'other'],
    ['oauth2', 'other'],
    ['paypal', 'other'],
    ['salesforce', 'other'],
    ['slack', 'other'],
    ['twitter', 'other'],
    ['yahoo', 'other'],
    ['a strategy of tomorrow', 'other'],
    ['sms', 'phone'],
    ['email', 'email'],
  ])('shows for %s the mark %s, which is there', async (strategy, mark) => {
    await expect(sourceFor(strategy)).resolves.toBe(`providers/${mark}.svg`);
    expect(existsSync(`public/providers/${mark}.svg`)).toBe(true);
  });
});

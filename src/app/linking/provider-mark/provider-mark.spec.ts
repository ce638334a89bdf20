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
    ['windowslive', 'microsoft'],
    ['waad', 'microsoft'],
    ['samlp', 'company'],
    ['oidc', 'company'],
    ['sms', 'phone'],
    ['email', 'email'],
  ])('shows for %s the mark %s, which is there', async (strategy, mark) => {
    await expect(sourceFor(strategy)).resolves.toBe(`providers/${mark}.svg`);
    expect(existsSync(`public/providers/${mark}.svg`)).toBe(true);
  });
});

import { existsSync } from 'node:fs';
import { TestBed } from '@angular/core/testing';
import { Building2, createElement, Globe, KeyRound, Mail, Smartphone } from 'lucide';

import { ProviderMark } from './provider-mark';

async function shownFor(strategy: string) {
  const fixture = TestBed.createComponent(ProviderMark);
  fixture.componentRef.setInput('strategy', strategy);
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;

  return {
    source: host.querySelector('img')?.getAttribute('src'),
    drawing: [...(host.querySelector('svg')?.children ?? [])],
  };
}

describe('ProviderMark', () => {
  it.each([
    ['google-oauth2', 'google'],
    ['github', 'github'],
    ['facebook', 'facebook'],
    ['linkedin', 'linkedin'],
    ['apple', 'apple'],
    ['windowslive', 'microsoft'],
    ['waad', 'microsoft'],
    ['okta', 'okta'],
    ['paypal', 'paypal'],
    ['salesforce', 'salesforce'],
    ['slack', 'slack'],
    ['twitter', 'x'],
    ['yahoo', 'yahoo'],
  ])('shows for %s the mark of %s, which is there', async (strategy, mark) => {
    const { source } = await shownFor(strategy);

    expect(source).toBe(`providers/${mark}.svg`);
    expect(existsSync(`public/providers/${mark}.svg`)).toBe(true);
  });

  it.each([
    ['auth0', KeyRound],
    ['ad', Building2],
    ['adfs', Building2],
    ['auth0-adldap', Building2],
    ['auth0-oidc', Building2],
    ['google-apps', Building2],
    ['ip', Building2],
    ['office365', Building2],
    ['oidc', Building2],
    ['pingfederate', Building2],
    ['samlp', Building2],
    ['sharepoint', Building2],
    ['amazon', Globe],
    ['oauth2', Globe],
    ['a strategy of tomorrow', Globe],
    ['sms', Smartphone],
    ['email', Mail],
  ])('shows for %s what kind of sign-in it is', async (strategy, icon) => {
    const { drawing } = await shownFor(strategy);
    const { children } = createElement(icon);

    expect(drawing).toHaveLength(children.length);
    expect(drawing.every((part, index) => part.isEqualNode(children.item(index)))).toBe(true);
  });
});

import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import { AwaitedAnswers } from '../session/window/awaited-answers';
import { linkOpenGuard } from './link-open-guard';

@Component({ selector: 'app-page', template: '' })
class Page {}

const routes = [
  { path: 'link/open', canActivate: [linkOpenGuard], component: Page },
  { path: '**', component: Page },
];
const origin = 'https://acme.example';
const link = `${origin}/passwordless/verify_redirect?verification_code=123456&state=mine`;

async function arrive(fragment: string) {
  const isAwaited = jest.fn().mockResolvedValue(false);
  TestBed.configureTestingModule({
    providers: [
      provideRouter(routes),
      { provide: LIGATURE_CONFIG, useValue: { tenant: { origin } } },
      { provide: AwaitedAnswers, useValue: { isAwaited } },
    ],
  });
  const router = TestBed.inject(Router);
  window.history.replaceState(null, '', `/link/open#${fragment}`);
  await router.navigateByUrl('/link/open');

  return { isAwaited, router };
}

describe('linkOpenGuard', () => {
  it('SEC-52: does not follow a link that no tab of this browser waits for', async () => {
    const { isAwaited, router } = await arrive(encodeURIComponent(link));

    expect(isAwaited).toHaveBeenCalledWith('mine');
    expect(router.url).toBe('/link/elsewhere');
  });

  it('asks no tab about what is no link of the tenant', async () => {
    const { isAwaited, router } = await arrive(
      encodeURIComponent('https://evil.example/?state=mine'),
    );

    expect(isAwaited).not.toHaveBeenCalled();
    expect(router.url).toBe('/link/elsewhere');
  });

  it('SEC-36: leaves no code in the address', async () => {
    await arrive(encodeURIComponent(link));

    expect(window.location.href).toBe('http://localhost/link/open');
  });
});

import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { of } from 'rxjs';

import { PrimarySession } from '../session/primary/primary-session';
import { callbackGuard } from './callback-guard';

@Component({ selector: 'app-page', template: '' })
class Page {}

const routes = [
  { path: '', pathMatch: 'full' as const, component: Page },
  { path: 'account', component: Page },
  { path: 'callback', canActivate: [callbackGuard], component: Page },
];

function setUp(status: string) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter(routes),
      { provide: PrimarySession, useValue: { settled: of({ status }) } },
    ],
  });

  return TestBed.inject(Router);
}

describe('callbackGuard', () => {
  it.each([
    ['signedIn', '/account'],
    ['signedOut', '/'],
    ['newPerson', '/'],
    ['anotherPerson', '/'],
  ])('leads somebody who is %s away from the callback address, to %s', async (status, url) => {
    const router = setUp(status);
    await router.navigateByUrl('/callback?code=secret&state=x');

    expect(router.url).toBe(url);
  });

  it.each(['error=access_denied&error_description=Call+0900', 'code=ATTACKER&state=x'])(
    'keeps nothing of the address: %s',
    async (query) => {
      const router = setUp('signedOut');
      await router.navigateByUrl(`/callback?${query}`);

      expect(router.url).toBe('/');
    },
  );
});

import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { defer, firstValueFrom, of, Subject, type Observable } from 'rxjs';

import { PrimarySession } from '../session/primary/primary-session';
import { signedInGuard } from './signed-in-guard';

@Component({ selector: 'app-page', template: '' })
class Page {}

const routes = [
  { path: '', pathMatch: 'full' as const, component: Page },
  { path: 'account/link/:connection', canActivate: [signedInGuard], component: Page },
];

function setUp(settled: Observable<{ status: string }>) {
  const session = { settled, rememberTarget: jest.fn() };
  TestBed.configureTestingModule({
    providers: [provideRouter(routes), { provide: PrimarySession, useValue: session }],
  });
  const router = TestBed.inject(Router);

  return { session, router, visit: () => router.navigateByUrl('/account/link/sms?x=1') };
}

describe('signedInGuard', () => {
  it('lets the signed-in person through', async () => {
    const { router, session, visit } = setUp(of({ status: 'signedIn' }));
    await visit();

    expect(router.url).toBe('/account/link/sms?x=1');
    expect(session.rememberTarget).not.toHaveBeenCalled();
  });

  it.each(['signedOut', 'newPerson', 'anotherPerson'])(
    'sends everybody else to the start page, and remembers where they were going: %s',
    async (status) => {
      const { router, session, visit } = setUp(of({ status }));
      await visit();

      expect(router.url).toBe('/');
      expect(session.rememberTarget).toHaveBeenCalledWith('/account/link/sms?x=1');
    },
  );

  it('lets nobody through before it is known who they are', async () => {
    const [asked, answer] = [new Subject<undefined>(), new Subject<{ status: string }>()];
    const settled = defer(() => {
      asked.next(undefined);

      return answer;
    });
    const { router, visit } = setUp(settled);
    const isAsked = firstValueFrom(asked);
    const visited = visit();
    await isAsked;
    expect(router.url).toBe('/');
    answer.next({ status: 'signedIn' });
    await visited;

    expect(router.url).toBe('/account/link/sms?x=1');
  });
});

import { Component, ErrorHandler, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';

import { SentWrites } from '../../management-api/sent-writes';
import { DiscreetErrorHandler } from '../errors/discreet-error-handler';
import { PageCrash } from '../errors/page-crash';
import { PageArrival } from './page-arrival';

@Component({ template: '<p i18n>here</p>' })
class Page {}

@Component({ template: '' })
class BrokenPage {
  constructor() {
    throw new TypeError('no label of ada@example.com');
  }
}

@Component({ template: '<p i18n>half</p>{{ broken() }}' })
class HalfPage {
  protected broken(): string {
    throw new TypeError('no label of ada@example.com');
  }
}

const missing = new TypeError('Failed to fetch dynamically imported module: https://a/chunk-1.js');

@Component({
  imports: [PageArrival, RouterOutlet],
  template: `
    <app-page-arrival />
    @if (crash.url() === undefined) {
      <router-outlet />
    }
  `,
})
class Shell {
  protected readonly crash = inject(PageCrash);
}

function setUp() {
  const said = jest.spyOn(console, 'error').mockImplementation();
  TestBed.configureTestingModule({
    rethrowApplicationErrors: false,
    providers: [
      { provide: ErrorHandler, useExisting: DiscreetErrorHandler },
      provideRouter([
        { path: '', pathMatch: 'full', component: Page },
        { path: 'broken', component: BrokenPage },
        { path: 'half', component: HalfPage },
        { path: 'missing', loadComponent: () => Promise.reject<typeof Page>(missing) },
      ]),
    ],
  });
  const fixture = TestBed.createComponent(Shell);
  fixture.autoDetectChanges();
  const root = fixture.nativeElement as HTMLElement;

  return {
    said,
    root,
    failure: () => root.querySelector('[data-failure]')?.getAttribute('data-failure'),
    go: async (url: string): Promise<void> => {
      await TestBed.inject(Router)
        .navigateByUrl(url)
        .catch(() => undefined);
      for (let turn = 0; turn < 5; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve));
        await fixture.whenStable();
      }
    },
  };
}

afterEach(() => jest.restoreAllMocks());

describe('PageArrival', () => {
  it('says nothing of a page that arrives', async () => {
    const { root, go } = setUp();
    await go('/');

    expect(root.textContent.trim()).toBe('here');
  });

  it('tells of code that does not arrive as of a bad connection', async () => {
    const { root, failure, go } = setUp();
    await go('/missing');

    expect(failure()).toBe('code-missing');
    expect(root.textContent).toContain('Check your connection');
  });

  it.each([
    ['as it is made', '/broken'],
    ['as it is drawn', '/half'],
  ])('tells of a page that throws an exception %s as of its own fault', async (_when, url) => {
    const { root, failure, go } = setUp();
    await go(url);

    expect(failure()).toBe('page-crashed');
    expect(root.querySelector('h1')?.textContent).toBe('Something went wrong on this page');
    expect(root.textContent).toContain('Nothing has changed in your account.');
    expect(root.textContent).not.toContain('connection');
    expect(root.textContent).not.toContain('half');
    expect(root.querySelector('[data-action="load-again"]')).not.toBeNull();
    expect(root.querySelector('[data-action="copy-details"]')).not.toBeNull();
  });

  it('does not say that nothing has changed where something was sent', async () => {
    const { root, go } = setUp();
    TestBed.inject(SentWrites).noteOne();
    await go('/broken');

    expect(root.textContent).not.toContain('Nothing has changed');
    expect(root.textContent).toContain('your account page shows it');
  });

  it('is over as soon as somebody goes on', async () => {
    const { root, failure, go } = setUp();
    await go('/half');
    await go('/');

    expect(failure()).toBeUndefined();
    expect(root.textContent.trim()).toBe('here');
  });
});

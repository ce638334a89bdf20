import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';

import { ArrivalFocus } from './arrival-focus';

@Component({ template: '<h1 i18n>Account</h1>' })
class AccountStub {}

@Component({ template: '<h1 i18n>Link Google</h1>' })
class LinkStub {}

@Component({ template: '<p i18n>One moment</p>' })
class BareStub {}

@Component({
  template: `
    <h1 i18n>Methods</h1>
    <section>
      @if (isWhole()) {
        <h2 i18n>Google</h2>
        <button type="button" (click)="isWhole.set(false)" i18n>Unlink</button>
      }
    </section>
    <button type="button" class="other" (click)="isWhole.set(false)" i18n>Other</button>
  `,
})
class PartStub {
  protected readonly isWhole = signal(true);
}

@Component({
  imports: [ArrivalFocus, RouterOutlet],
  template: '<main appArrivalFocus tabindex="-1"><router-outlet /></main>',
})
class Shell {}

function setUp() {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'account', component: AccountStub },
        { path: 'link', component: LinkStub },
        { path: 'bare', component: BareStub },
        { path: 'part', component: PartStub },
      ]),
    ],
  });
  const fixture = TestBed.createComponent(Shell);
  document.body.append(fixture.nativeElement as HTMLElement);
  const router = TestBed.inject(Router);

  return {
    goTo: async (address: string) => {
      await router.navigateByUrl(address);
      await fixture.whenStable();

      return document.activeElement?.textContent ?? '';
    },
    press: async (button: string) => {
      const element = document.querySelector<HTMLElement>(button);
      element?.focus();
      element?.click();
      await fixture.whenStable();

      return document.activeElement?.textContent ?? '';
    },
  };
}

describe('ArrivalFocus', () => {
  it('leaves the focus where the browser has put it on the first page', async () => {
    const { goTo } = setUp();
    await goTo('/account');

    expect(document.activeElement).toBe(document.body);
  });

  it('moves it to the heading of every page that is gone to', async () => {
    const { goTo } = setUp();
    await goTo('/account');

    expect(await goTo('/link')).toBe('Link Google');
    expect(await goTo('/account')).toBe('Account');
  });

  it('moves it to the page where there is no heading yet', async () => {
    const { goTo } = setUp();
    await goTo('/account');
    await goTo('/bare');

    expect(document.activeElement?.tagName).toBe('MAIN');
  });

  it('leaves it where it is when only the query of the address changes', async () => {
    const { goTo } = setUp();
    await goTo('/account');
    await goTo('/link');
    document.querySelector('main')?.focus();
    await goTo('/link?step=2');

    expect(document.activeElement?.tagName).toBe('MAIN');
  });

  it('moves it to the nearest heading that is left when what had it is taken away', async () => {
    const { goTo, press } = setUp();
    await goTo('/part');

    expect(await press('section button')).toBe('Methods');
  });

  it('leaves it alone where it is still somewhere', async () => {
    const { goTo, press } = setUp();
    await goTo('/part');

    expect(await press('.other')).toBe('Other');
    expect(document.querySelector('h2')).toBeNull();
  });
});

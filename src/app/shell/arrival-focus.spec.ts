import { Component } from '@angular/core';
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
      ]),
    ],
  });
  const fixture = TestBed.createComponent(Shell);
  document.body.append(fixture.nativeElement as HTMLElement);
  const router = TestBed.inject(Router);

  return async (address: string) => {
    await router.navigateByUrl(address);
    await fixture.whenStable();

    return document.activeElement?.textContent ?? '';
  };
}

describe('ArrivalFocus', () => {
  it('leaves the focus where the browser has put it on the first page', async () => {
    const goTo = setUp();
    await goTo('/account');

    expect(document.activeElement).toBe(document.body);
  });

  it('moves it to the heading of every page that is gone to', async () => {
    const goTo = setUp();
    await goTo('/account');

    expect(await goTo('/link')).toBe('Link Google');
    expect(await goTo('/account')).toBe('Account');
  });

  it('moves it to the page where there is no heading yet', async () => {
    const goTo = setUp();
    await goTo('/account');
    await goTo('/bare');

    expect(document.activeElement?.tagName).toBe('MAIN');
  });

  it('leaves it where it is when only the query of the address changes', async () => {
    const goTo = setUp();
    await goTo('/account');
    await goTo('/link');
    document.querySelector('main')?.focus();
    await goTo('/link?step=2');

    expect(document.activeElement?.tagName).toBe('MAIN');
  });
});

import { TestBed } from '@angular/core/testing';

import { WindowWait } from './window-wait';

async function setUp(isUnseen: boolean) {
  const fixture = TestBed.createComponent(WindowWait);
  fixture.componentRef.setInput('label', 'Google');
  fixture.componentRef.setInput('isUnseen', isUnseen);
  const useFullPage = jest.fn();
  fixture.componentInstance.useFullPage.subscribe(useFullPage);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const buttons = [...root.querySelectorAll('button')];

  return {
    root,
    useFullPage,
    press: (name: string) => buttons.find((each) => each.textContent.trim() === name)?.click(),
    names: buttons.map(({ textContent }) => textContent.trim()),
    filled: buttons
      .filter((button) => button.classList.contains('mat-mdc-unelevated-button'))
      .map(({ textContent }) => textContent.trim()),
  };
}

describe('WindowWait', () => {
  it('leads to the window first for as long as it can be seen', async () => {
    const { names, filled } = await setUp(false);

    expect(names).toEqual(['Show the sign-in window', 'Continue in this tab instead', 'Cancel']);
    expect(filled).toEqual(['Show the sign-in window']);
  });

  it('puts the full page first once the window may be cut off, and says no more than that', async () => {
    const { root, names, filled, press, useFullPage } = await setUp(true);
    expect(root.textContent).toContain('Window closed?');
    expect(names).toEqual(['Continue in this tab instead', 'Try again', 'Cancel']);
    expect(filled).toEqual(['Continue in this tab instead']);
    press('Continue in this tab instead');

    expect(useFullPage).toHaveBeenCalledTimes(1);
  });
});

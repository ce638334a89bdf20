import type { OutputEmitterRef, Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';

interface ConfirmationView {
  readonly confirm: OutputEmitterRef<void>;
  readonly useFullPage: OutputEmitterRef<void>;
  readonly dismissed: OutputEmitterRef<void>;
}

/** A view that asks somebody to sign in once more, and what it has asked for when its buttons are pressed. */
export async function confirmationView(
  view: Type<ConfirmationView>,
  inputs: Readonly<Record<string, unknown>>,
) {
  const fixture = TestBed.createComponent(view);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const [confirm, useFullPage, dismissed] = [jest.fn(), jest.fn(), jest.fn()];
  fixture.componentInstance.confirm.subscribe(confirm);
  fixture.componentInstance.useFullPage.subscribe(useFullPage);
  fixture.componentInstance.dismissed.subscribe(dismissed);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const buttons = [...root.querySelectorAll('button')];

  return {
    root,
    names: buttons.map(({ textContent }) => textContent.trim()),
    press: (name: string) => buttons.find((each) => each.textContent.trim() === name)?.click(),
    confirm,
    useFullPage,
    dismissed,
  };
}

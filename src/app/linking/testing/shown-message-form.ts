import { TestBed } from '@angular/core/testing';

import type { MessageEntry, Typed } from '../../identity/sign-in/message-entry';
import { MessageForm } from '../secondary-sign-in/message-form';

export const now = Date.UTC(2027, 0, 15, 8);
export const sms = { name: 'sms', strategy: 'sms', label: 'Phone', transport: 'embedded' };
export const email = { name: 'email', strategy: 'email', label: 'Email', transport: 'embedded' };

interface Inputs {
  readonly connection?: object;
  readonly entry?: MessageEntry;
}

export const address = {
  status: 'address',
  message: 'code',
  nextSendAtMs: 0,
} as const satisfies MessageEntry;
export const code = {
  status: 'code',
  address: '+1 555',
  triesLeft: 2,
  nextSendAtMs: 0,
} as const satisfies MessageEntry;

export const link = {
  status: 'linkSent',
  address: 'ada@example.com',
  nextSendAtMs: 0,
} as const satisfies MessageEntry;

export const textOf = (element: Element): string =>
  element.textContent.replaceAll(/\s+/g, ' ').trim();

/** The form for a sign-in by message, and somebody who types into it. */
export async function shownMessageForm(inputs: Inputs = {}) {
  const fixture = TestBed.createComponent(MessageForm);
  const given = { connection: sms, entry: address, ...inputs };
  for (const [name, value] of Object.entries(given)) fixture.componentRef.setInput(name, value);
  const root = fixture.nativeElement as HTMLElement;
  document.body.append(root);
  /** Lets the field of a phone number be loaded, and everything be drawn. */
  const settled = async (): Promise<void> => {
    fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(0);
    fixture.detectChanges();
  };
  await settled();
  const form = fixture.componentInstance;
  const said = { typed: jest.fn<undefined, [Typed]>(), useFullPage: jest.fn() };
  form.typed.subscribe(said.typed);
  form.useFullPage.subscribe(said.useFullPage);
  const dismissed = jest.fn();
  form.dismissed.subscribe(dismissed);
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find((each) => textOf(each) === name);
  const field = () => root.querySelector('input');
  const alert = () => root.querySelector('[role=alert]');
  const enter = async (text: string): Promise<void> => {
    const input = field();
    if (input) input.value = text;
    input?.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
  };

  return {
    ...said,
    dismissed,
    root,
    button,
    field,
    labels: [...root.querySelectorAll('label')].map(textOf),
    country: () => root.querySelector('select'),
    pass: async (milliseconds: number): Promise<void> => {
      await jest.advanceTimersByTimeAsync(milliseconds);
      await settled();
    },
    /** Only types, or pastes; nothing is pressed. */
    enter,
    type: async (text: string): Promise<void> => {
      await enter(text);
      field()?.form?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settled();
    },
    choose: async (code: string): Promise<void> => {
      const select = root.querySelector('select');
      if (select) select.value = code;
      select?.dispatchEvent(new Event('change'));
      await settled();
    },
    show: async (entry: MessageEntry): Promise<void> => {
      fixture.componentRef.setInput('entry', entry);
      await settled();
    },
    failure: () => alert()?.getAttribute('data-failure'),
    /** What is read to those who come to the field. */
    description: () =>
      (field()?.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => textOf(root.querySelector(`#${id}`) ?? root))
        .join(' '),
    news: () => textOf(root.querySelector('.heard') ?? root),
  };
}

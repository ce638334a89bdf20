import { TestBed } from '@angular/core/testing';

import type { SignInFailure } from '../../identity/failure';
import type { MessageEntry, Typed } from '../../identity/sign-in/message-entry';
import { MessageForm } from './message-form';

const now = Date.UTC(2027, 0, 15, 8);
const sms = { name: 'sms', strategy: 'sms', label: 'Phone', transport: 'embedded' };
const email = { name: 'email', strategy: 'email', label: 'Email', transport: 'embedded' };

interface Inputs {
  readonly connection?: object;
  readonly entry?: MessageEntry;
}

const address: MessageEntry = { status: 'address', message: 'code', nextSendAtMs: 0 };
const code: MessageEntry = { status: 'code', address: '+1 555', triesLeft: 2, nextSendAtMs: 0 };

const textOf = (element: Element): string => element.textContent.replaceAll(/\s+/g, ' ').trim();

function setUp(inputs: Inputs = {}) {
  const fixture = TestBed.createComponent(MessageForm);
  const given = { connection: sms, entry: address, ...inputs };
  for (const [name, value] of Object.entries(given)) fixture.componentRef.setInput(name, value);
  fixture.detectChanges();
  const root = fixture.nativeElement as HTMLElement;
  document.body.append(root);
  const form = fixture.componentInstance;
  const said = { typed: jest.fn<undefined, [Typed]>(), useFullPage: jest.fn() };
  form.typed.subscribe(said.typed);
  form.useFullPage.subscribe(said.useFullPage);
  const dismissed = jest.fn();
  form.dismissed.subscribe(dismissed);
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find((each) => textOf(each) === name);

  return {
    ...said,
    dismissed,
    root,
    button,
    labels: [...root.querySelectorAll('label')].map(textOf),
    pass: (milliseconds: number): void => {
      jest.advanceTimersByTime(milliseconds);
      fixture.detectChanges();
    },
    type: (text: string): void => {
      const field = root.querySelector('input');
      if (field) field.value = text;
      field?.form?.dispatchEvent(new Event('submit', { cancelable: true }));
      fixture.detectChanges();
    },
    show: (entry: MessageEntry): void => {
      fixture.componentRef.setInput('entry', entry);
      fixture.detectChanges();
    },
    failure: () => root.querySelector('[role=alert]')?.getAttribute('data-failure'),
    field: () => root.querySelector('input'),
  };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('MessageForm: the address', () => {
  it.each([
    ['a phone number, to send a code to', { connection: sms }, 'Phone number', 'Send code'],
    ['an e-mail address, to send a code to', { connection: email }, 'Email', 'Send code'],
    [
      'an e-mail address, to send a link to',
      { connection: email, entry: { ...address, message: 'link' as const } },
      'Email',
      'Send link',
    ],
  ])('asks for %s', (_case, inputs, label, action) => {
    const { labels, button } = setUp(inputs);

    expect(labels).toEqual([label]);
    expect(button(action)?.disabled).toBe(false);
  });

  it.each([
    [sms, '+1 555 555 0100', '+15555550100'],
    [sms, ' 00 1 (555) 555-0100 ', '+15555550100'],
    [sms, '＋١ ٥٥٥ ٥٥٥ ٠١٠٠', '+15555550100'],
    [email, ' Ada＠Example.com ', 'ada@example.com'],
  ])('sends to what was meant: %j %j', (connection, text, meant) => {
    const { typed, type } = setUp({ connection });
    type(text);

    expect(typed.mock.calls).toEqual([[{ kind: 'address', address: meant }]]);
  });

  it.each([
    [sms, '555 555 0100'],
    [sms, 'ada@example.com'],
    [sms, '   '],
    [email, '+1 555 555 0100'],
    [email, 'ada@example'],
  ])('sends nothing to what cannot be right, says so and keeps it: %j %j', (connection, text) => {
    const { typed, type, failure, field, button } = setUp({ connection });
    type(text);

    expect(typed).not.toHaveBeenCalled();
    expect(failure()).toBe('bad-address');
    // The field of an e-mail address takes blanks at the ends away by itself.
    expect(field()?.value.trim()).toBe(text.trim());
    expect(field()?.getAttribute('aria-invalid')).toBe('true');
    expect(button('Send code')?.disabled).toBe(false);
  });

  it('keeps what was typed when the tenant does not take it', () => {
    const { type, show, failure, field } = setUp();
    type('+1 555 555 0100');
    show({ status: 'busy' });
    show({ ...address, problem: 'bad-address' });

    expect(field()?.value).toBe('+1 555 555 0100');
    expect(failure()).toBe('bad-address');
  });

  it.each<[string, SignInFailure, boolean]>([
    ['offers the full page', 'embedded-blocked', true],
    ['offers nothing else', 'bad-address', false],
  ])('says what went wrong and %s: %s', (_case, problem, offered) => {
    const { root, button, useFullPage } = setUp({ entry: { ...address, problem } });
    button('Continue in this tab instead')?.click();

    expect(root.querySelector('[role=alert]')?.getAttribute('data-failure')).toBe(problem);
    expect(useFullPage).toHaveBeenCalledTimes(offered ? 1 : 0);
  });
});

describe('MessageForm: the code', () => {
  it('says where the code went and how often it may be tried', () => {
    const { root, labels } = setUp({ entry: code });

    expect(labels).toEqual(['Code']);
    expect(textOf(root)).toContain('We sent a code to +1 555.');
    expect(textOf(root)).toContain('Tries left: 2');
  });

  it.each(['246813', ' 246 813 ', '246-813', '٢٤٦٨١٣', '２４６８１３'])(
    'tries what was meant: %j',
    (text) => {
      const { typed, type } = setUp({ entry: code });
      type(text);

      expect(typed.mock.calls).toEqual([[{ kind: 'code', code: '246813' }]]);
    },
  );

  it.each(['', '24681e', '246', 'ada@example.com'])(
    'tries nothing that cannot be right, says so and keeps it: %j',
    (text) => {
      const { typed, type, failure, field, root } = setUp({
        entry: { ...code, problem: 'wrong-code' },
      });
      type(text);

      expect(typed).not.toHaveBeenCalled();
      expect(failure()).toBe('bad-code');
      expect(field()?.value).toBe(text);
      expect(textOf(root)).toContain('Tries left: 2');
    },
  );

  it('leaves room for a code that is copied in groups', () => {
    expect(setUp({ entry: code }).field()?.maxLength).toBeGreaterThanOrEqual('2 4 6 8 1 3'.length);
  });

  it('tries no code when no try is left, but has a new one sent', () => {
    const { button, typed } = setUp({ entry: { ...code, triesLeft: 0 } });
    button('Send again')?.click();

    expect(button('Verify')?.disabled).toBe(true);
    expect(typed.mock.calls).toEqual([[{ kind: 'address', address: '+1 555' }]]);
  });

  it('counts down until another message may be asked for', () => {
    const { root, button, pass } = setUp({ entry: { ...code, nextSendAtMs: now + 30_000 } });
    expect(textOf(root)).toContain('Another message can be sent in 30 s.');
    pass(29_000);
    expect(textOf(root)).toContain('Another message can be sent in 1 s.');
    expect(button('Send again')?.disabled).toBe(true);
    pass(1000);

    expect(textOf(root)).not.toContain('Another message');
    expect(button('Send again')?.disabled).toBe(false);
  });
});

describe('MessageForm: when nothing may be sent', () => {
  it.each([
    ['yet', now + 1000, 'Another message can be sent in 1 s.'],
    ['any more', undefined, 'No more messages can be asked for here.'],
  ])('says so and sends nothing %s, whatever is pressed', (_case, nextSendAtMs, words) => {
    const { root, button, typed, type } = setUp({ entry: { ...address, nextSendAtMs } });
    type('+1 555');

    expect(textOf(root)).toContain(words);
    expect(button('Send code')?.disabled).toBe(true);
    expect(typed).not.toHaveBeenCalled();
  });
});

describe('MessageForm: the way out', () => {
  it.each<MessageEntry>([
    address,
    code,
    { status: 'linkSent', address: 'ada@example.com', nextSendAtMs: 0 },
  ])('lets go: $status', (entry) => {
    const { button, dismissed } = setUp({ entry });
    button('Cancel')?.click();

    expect(dismissed).toHaveBeenCalledTimes(1);
  });
});

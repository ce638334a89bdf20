import type { SignInFailure } from '../../identity/failure';
import {
  address,
  code,
  email,
  now,
  shownMessageForm as setUp,
  sms,
  textOf,
} from '../testing/shown-message-form';

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
  ])('asks for %s, and has the focus there', async (_case, inputs, label, action) => {
    const { labels, button, field } = await setUp(inputs);

    expect(labels).toEqual([label]);
    expect(button(action)?.disabled).toBe(false);
    expect(document.activeElement).toBe(field());
  });

  it.each([
    [sms, '+1 555 555 0100', '+15555550100'],
    [sms, ' 00 1 (555) 555-0100 ', '+15555550100'],
    [sms, '＋١ ٥٥٥ ٥٥٥ ٠١٠٠', '+15555550100'],
    [sms, '(555) 555-0100', '+15555550100'],
    [sms, '+49 (0)151 23456789', '+4915123456789'],
    [email, ' Ada＠Example.com ', 'ada@example.com'],
  ])('sends to what was meant: %j %j', async (connection, text, meant) => {
    const { typed, type } = await setUp({ connection });
    await type(text);

    expect(typed.mock.calls).toEqual([[{ kind: 'address', address: meant }]]);
  });

  it.each([
    [sms, '555 0100', 'a full phone number (United States).'],
    [sms, 'ada@example.com', 'a full phone number (United States).'],
    [sms, '   ', 'a full phone number (United States).'],
    [sms, '+49 1', 'a full phone number (Germany).'],
    [email, '+1 555 555 0100', 'Enter a full email address'],
    [email, 'ada@example', 'Enter a full email address'],
  ])(
    'sends nothing to what cannot be right, says so at the field and keeps it: %j %j',
    async (connection, text, words) => {
      const { typed, type, failure, field, button, description } = await setUp({ connection });
      await type(text);

      expect(typed).not.toHaveBeenCalled();
      expect(failure()).toBe('bad-address');
      // The field of an e-mail address takes blanks at the ends away by itself.
      expect(field()?.value.trim()).toBe(text.trim());
      expect(field()?.getAttribute('aria-invalid')).toBe('true');
      expect(description()).toContain(words);
      expect(document.activeElement).toBe(field());
      expect(button('Send code')?.disabled).toBe(false);
    },
  );

  it('says nothing against it any more once it is mended', async () => {
    const { enter, type, failure, field } = await setUp();
    await type('555 0100');
    await enter('555 0100 1');
    expect(failure()).toBe('bad-address');
    await enter('555 555 0100');

    expect(failure()).toBeUndefined();
    expect(field()?.hasAttribute('aria-invalid')).toBe(false);
  });

  it('keeps what was typed when the tenant does not take it', async () => {
    const { type, show, failure, field } = await setUp();
    await type('+1 555 555 0100');
    await show({ status: 'busy' });
    await show({ ...address, problem: 'bad-address' });

    expect(field()?.value).toBe('+1 555 555 0100');
    expect(failure()).toBe('bad-address');
    expect(document.activeElement).toBe(field());
  });

  it('keeps the form while a message is sent, but nothing can be pressed twice', async () => {
    const { type, show, field, button, root } = await setUp();
    await type('+1 555 555 0100');
    await show({ status: 'busy' });

    expect(field()?.value).toBe('+1 555 555 0100');
    expect(field()?.readOnly).toBe(true);
    expect(button('Send code')?.disabled).toBe(true);
    expect(root.querySelector('[role=progressbar]')).not.toBeNull();
  });

  it.each<[string, SignInFailure, boolean]>([
    ['offers the full page', 'embedded-blocked', true],
    ['offers nothing else', 'bad-address', false],
    ['offers nothing else', 'message-not-sent', false],
  ])('says what went wrong and %s: %s', async (_case, problem, offered) => {
    const { failure, button, useFullPage } = await setUp({ entry: { ...address, problem } });
    button('Continue in this tab instead')?.click();

    expect(failure()).toBe(problem);
    expect(useFullPage).toHaveBeenCalledTimes(offered ? 1 : 0);
  });
});

describe('MessageForm: the country of a phone number', () => {
  it('is the one of the browser, and an example shows how its numbers are dialled', async () => {
    const { country, description } = await setUp();

    expect(country()?.value).toBe('US');
    expect(description()).toBe('For example (201) 555-0123');
  });

  it('is chosen', async () => {
    const { choose, type, typed, description } = await setUp();
    await choose('DE');
    expect(description()).toBe('For example 01512 3456789');
    await type('0151 23456789');

    expect(typed.mock.calls).toEqual([[{ kind: 'address', address: '+4915123456789' }]]);
  });

  it('is moved by a code that is typed or pasted, and the number is read back', async () => {
    const { enter, country, field, description } = await setUp();
    await enter('+49 151 23456789');

    expect(country()?.value).toBe('DE');
    expect(field()?.value).toBe('+49 151 23456789');
    expect(description()).toBe("We'll text +49 1512 3456789");
  });
});

describe('MessageForm: when nothing may be sent', () => {
  it.each([
    ['yet', now + 1000, 'Send again in 0:01'],
    ['for an hour', now + 3_600_000, 'Send again in 60:00'],
  ])('says so and sends nothing %s, whatever is pressed', async (_case, nextSendAtMs, words) => {
    const { button, typed, type } = await setUp({ entry: { ...address, nextSendAtMs } });
    await type('+1 555 555 0100');

    expect(button(words)?.disabled).toBe(true);
    expect(typed).not.toHaveBeenCalled();
  });

  it.each([
    ['no limit', 120_000, false],
    ['the limit', 3_600_000, true],
  ])('tells a pause from %s', async (_case, ms, isTold) => {
    const { root } = await setUp({ entry: { ...code, nextSendAtMs: now + ms } });

    expect(textOf(root).includes("You've reached the limit for messages.")).toBe(isTold);
  });

  it('lets only the address wait that a message went to', async () => {
    const entry = { ...address, nextSendAtMs: now + 30_000, waitsFor: '+15555550100' };
    const { enter, type, button, typed } = await setUp({ entry });
    await enter('555 555 0100');
    expect(button('Send again in 0:30')?.disabled).toBe(true);
    await type('555 555 0199');

    expect(typed.mock.calls).toEqual([[{ kind: 'address', address: '+15555550199' }]]);
  });
});

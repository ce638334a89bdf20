import type { MessageEntry } from '../../identity/sign-in/message-entry';
import {
  address,
  code,
  email,
  link,
  now,
  shownMessageForm as setUp,
  sms,
  textOf,
} from '../testing/shown-message-form';

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('MessageForm: the code', () => {
  it('says where the code went and how often it may be tried, and has the focus', async () => {
    const { root, labels, news, field } = await setUp({ entry: code });

    expect(labels).toEqual(['Code']);
    expect(textOf(root)).toContain('We sent a code to +1 555. It works for three minutes.');
    expect(textOf(root)).toContain('Tries left: 2');
    expect(news()).toBe('Code sent to +1 555');
    expect(document.activeElement).toBe(field());
  });

  it('calls the number what was typed, as people read it', async () => {
    const { type, show, root } = await setUp();
    await type('+1 (555) 555.0100');
    await show({ status: 'busy' });
    await show({ ...code, address: '+15555550100' });

    expect(textOf(root)).toContain('We sent a code to +1 555 555 0100.');
  });

  it.each(['246813', ' 246 813 ', '246-813', '٢٤٦٨١٣', '２４６８１３'])(
    'tries what was meant by itself, and once: %j',
    async (text) => {
      const { typed, enter, type } = await setUp({ entry: code });
      await enter(text);
      await enter(text);
      expect(typed.mock.calls).toEqual([[{ kind: 'code', code: '246813' }]]);
      await type(text);

      expect(typed).toHaveBeenCalledTimes(2);
    },
  );

  it.each(['', '24681', '2468135', '24681e'])(
    'waits for a code to be complete: %j',
    async (text) => {
      const { typed, enter } = await setUp({ entry: code });
      await enter(text);

      expect(typed).not.toHaveBeenCalled();
    },
  );

  it('tries a code of another length when that is asked for', async () => {
    const { typed, type } = await setUp({ entry: code });
    await type('2468');
    await type('24681357');

    expect(typed.mock.calls).toEqual([
      [{ kind: 'code', code: '2468' }],
      [{ kind: 'code', code: '24681357' }],
    ]);
  });

  it('keeps a wrong code selected, and says at the field that it is wrong', async () => {
    const { typed, enter, show, field, failure, description } = await setUp({ entry: code });
    await enter('246813');
    await show({ status: 'busy' });
    expect(field()?.readOnly).toBe(true);
    await show({ ...code, triesLeft: 1, problem: 'wrong-code' });

    expect(failure()).toBe('wrong-code');
    expect(description()).toContain("That code isn't right.");
    expect(field()?.value).toBe('246813');
    expect([field()?.selectionStart, field()?.selectionEnd]).toEqual([0, 6]);
    expect(document.activeElement).toBe(field());
    expect(typed).toHaveBeenCalledTimes(1);
  });

  it('asks for another code after the last try, and not to look at this one again', async () => {
    const { show, failure, description } = await setUp({ entry: code });
    await show({ ...code, triesLeft: 0, problem: 'wrong-code' });

    expect(failure()).toBe('wrong-code');
    expect(description()).toContain('Too many wrong codes. Request a new one.');
  });

  it('tries another code by itself after a wrong one', async () => {
    const { typed, enter, show } = await setUp({ entry: code });
    await enter('246813');
    await show({ status: 'busy' });
    await show({ ...code, triesLeft: 1, problem: 'wrong-code' });
    await enter('246814');

    expect(typed.mock.lastCall).toEqual([{ kind: 'code', code: '246814' }]);
  });

  it.each(['', '24681e', '246', 'ada@example.com'])(
    'tries nothing that cannot be right, says so and keeps it: %j',
    async (text) => {
      const { typed, type, failure, field, root } = await setUp({
        entry: { ...code, problem: 'wrong-code' },
      });
      await type(text);

      expect(typed).not.toHaveBeenCalled();
      expect(failure()).toBe('bad-code');
      expect(field()?.value).toBe(text);
      expect(textOf(root)).toContain('Tries left: 2');
    },
  );

  it('leaves room for a code that is copied in groups', async () => {
    const { field } = await setUp({ entry: code });

    expect(field()?.maxLength).toBeGreaterThanOrEqual('2 4 6 8 1 3'.length);
  });

  it('tries no code when no try is left, but has a new one sent', async () => {
    const { button, enter, typed } = await setUp({ entry: { ...code, triesLeft: 0 } });
    await enter('246813');
    expect(typed).not.toHaveBeenCalled();
    button('Resend')?.click();

    expect(button('Verify')?.disabled).toBe(true);
    expect(typed.mock.calls).toEqual([[{ kind: 'address', address: '+1 555' }]]);
  });

  it('counts down on the button until another message may be asked for', async () => {
    const { button, pass } = await setUp({ entry: { ...code, nextSendAtMs: now + 30_000 } });
    expect(button('Resend in 0:30')?.disabled).toBe(true);
    await pass(29_000);
    expect(button('Resend in 0:01')?.disabled).toBe(true);
    await pass(1000);

    expect(button('Resend')?.disabled).toBe(false);
  });

  it('says where a message has gone each time that one has', async () => {
    const { show, news } = await setUp({ entry: code });
    await show({ status: 'busy' });
    expect(news()).toBe('');
    await show(code);

    expect(news()).toBe('Code sent to +1 555');
  });
});

describe('MessageForm: the link', () => {
  it('says where it went and what to do with it', async () => {
    const { root, news } = await setUp({ connection: email, entry: link });

    expect(textOf(root)).toContain('We sent a link to ada@example.com. Open it in this browser');
    expect(news()).toBe('Link sent to ada@example.com');
    expect(textOf(document.activeElement ?? root)).toContain('We sent a link');
  });

  it('is sent again, after a while', async () => {
    const entry = { ...link, nextSendAtMs: now + 30_000 };
    const { button, pass, typed } = await setUp({ connection: email, entry });
    expect(button('Resend in 0:30')?.disabled).toBe(true);
    await pass(30_000);
    button('Resend')?.click();

    expect(typed.mock.calls).toEqual([[{ kind: 'address', address: 'ada@example.com' }]]);
  });
});

describe('MessageForm: the way out', () => {
  it.each<MessageEntry>([address, code, link])('lets go: $status', async (entry) => {
    const { button, dismissed } = await setUp({ entry });
    button('Cancel')?.click();

    expect(dismissed).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['Use another number', sms, code],
    ['Use another address', email, code],
    ['Use another address', email, link],
  ] as const)('leads to another address: %s', async (name, connection, entry) => {
    const { button, typed } = await setUp({ connection, entry });
    button(name)?.click();

    expect(typed.mock.calls).toEqual([[{ kind: 'otherAddress' }]]);
  });

  it('shows what was typed before, so that it can be mended', async () => {
    const { type, choose, show, field, country } = await setUp();
    await choose('DE');
    await type('0151 23456789');
    await show({ ...code, address: '+4915123456789' });
    await show({ ...address, nextSendAtMs: now + 30_000, waitsFor: '+4915123456789' });

    expect(field()?.value).toBe('0151 23456789');
    expect(country()?.value).toBe('DE');
  });
});

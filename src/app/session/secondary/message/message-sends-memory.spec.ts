import { noSends } from '../../../identity/sign-in/message-sends';
import { messageSendsMemory } from './message-sends-memory';

beforeEach(() => {
  sessionStorage.clear();
});
afterEach(() => jest.restoreAllMocks());

describe('messageSendsMemory', () => {
  it('knows of no messages before one was asked for', () => {
    expect(messageSendsMemory.read('sms')).toEqual(noSends);
  });

  it('SEC-49: keeps how often and when last, for each connection by itself', () => {
    messageSendsMemory.write('sms', { count: 2, lastAtMs: 1_800_000_000_000 });

    expect(messageSendsMemory.read('sms')).toEqual({ count: 2, lastAtMs: 1_800_000_000_000 });
    expect(messageSendsMemory.read('email')).toEqual(noSends);
  });

  it('keeps no address that a message went to', () => {
    messageSendsMemory.write('sms', { count: 1, lastAtMs: 5 });

    expect(Object.entries(sessionStorage)).toEqual([['ligature.sends.sms', '1 5']]);
  });

  it.each(['', '2', 'two 5', '2 soon', '1.5 5', 'NaN NaN'])(
    'starts anew when what it finds is no count: %j',
    (stored) => {
      sessionStorage.setItem('ligature.sends.sms', stored);

      expect(messageSendsMemory.read('sms')).toEqual(noSends);
    },
  );

  it('REL-09: starts anew, and says nothing, where nothing can be kept', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    messageSendsMemory.write('sms', { count: 2, lastAtMs: 5 });

    expect(messageSendsMemory.read('sms')).toEqual(noSends);
  });
});

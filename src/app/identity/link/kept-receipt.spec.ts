import { readReceipt } from './kept-receipt';
import type { Receipt } from './receipt';

const account = { userId: 'auth0|ada', label: 'Ada', provider: 'auth0', connection: 'Users' };
const [at, signInMethods] = ['2027-01-15T08:00:00.000Z', ['auth0|ada']];
const link: Receipt = {
  ...{ what: 'link', at, kept: account, joined: account, signInMethods },
  settings: { moved: { theme: 'dark' }, setAside: { 'sms|1': { a: 1 } }, lost: ['b'] },
};
const unlink: Receipt = { what: 'unlink', at, kept: account, left: account, signInMethods };

describe('readReceipt', () => {
  it.each([link, unlink])('reads what was kept: %#', (receipt) => {
    expect(readReceipt(JSON.parse(JSON.stringify(receipt)))).toEqual(receipt);
  });

  it('shows what can be shown of an account whose details are no texts', () => {
    const kept = { ...account, label: ['Ada', 'Lovelace'], connection: {} };

    expect(readReceipt({ ...unlink, kept })?.kept).toEqual({ ...account, connection: '' });
    expect(readReceipt({ ...unlink, kept: { ...account, label: {} } })?.kept.label).toBe(
      'auth0|ada',
    );
  });

  it('takes settings that are none for none', () => {
    expect(readReceipt({ ...link, settings: 7 })).toMatchObject({
      settings: { moved: {}, setAside: {}, lost: [] },
    });
  });

  it.each<[string, unknown]>([
    ['no record', null],
    ['of no kind', { ...link, what: 'else' }],
    ['of no time', { ...link, at: 'yesterday' }],
    ['of nobody', { ...link, kept: { ...account, userId: 7 } }],
    ['of one account alone', { ...link, joined: undefined }],
  ])('reads none that is %s', (_case, kept) => {
    expect(readReceipt(kept)).toBeUndefined();
  });
});

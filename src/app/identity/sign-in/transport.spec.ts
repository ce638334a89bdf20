import type { Connection } from '../connection';
import type { Transport } from '../transport-kinds';
import { chooseTransport } from './transport';

const setUp = (
  { strategy = 'google-oauth2', transport = 'auto' }: Partial<Connection>,
  { isPhone = false, worked }: { isPhone?: boolean; worked?: Transport } = {},
): Transport =>
  chooseTransport({ name: 'x', label: 'X', strategy, transport }, { isPhone, worked });

describe('chooseTransport', () => {
  it('opens a window where nothing speaks against it', () => {
    expect(setUp({})).toBe('popup');
  });

  it('takes the whole page on a phone', () => {
    expect(setUp({}, { isPhone: true })).toBe('redirect');
  });

  it.each(['windowslive', 'waad', 'samlp', 'adfs'])(
    'opens a window for %s as well, whose pages cut it off: it needs no way back to this page',
    (strategy) => {
      expect(setUp({ strategy })).toBe('popup');
    },
  );

  it.each(['popup', 'redirect'] as const)('does again what has worked here: %s', (worked) => {
    expect(setUp({ strategy: 'waad' }, { worked, isPhone: true })).toBe(worked);
    expect(setUp({}, { worked })).toBe(worked);
  });

  it.each(['popup', 'redirect'] as const)('does as the operator says: %s', (transport) => {
    const other = transport === 'popup' ? 'redirect' : 'popup';

    expect(setUp({ transport, strategy: 'waad' }, { worked: other, isPhone: true })).toBe(
      transport,
    );
    expect(setUp({ transport }, { worked: other })).toBe(transport);
  });
});

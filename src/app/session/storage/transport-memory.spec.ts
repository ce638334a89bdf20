import type { Connection } from '../../identity/connection';
import { transportMemory } from './transport-memory';

const connectionOf = (name: string): Connection => ({
  name,
  strategy: 'google-oauth2',
  label: 'Google',
  transport: 'auto',
});

function setUp(stored?: string) {
  localStorage.clear();
  if (stored !== undefined) localStorage.setItem('ligature.transport.google', stored);

  return connectionOf('google');
}

describe('transportMemory', () => {
  it.each(['popup', 'redirect'] as const)(
    'remembers per connection what has worked: %s',
    (transport) => {
      const google = setUp();
      transportMemory.remember(google, transport);

      expect(transportMemory.worked(google)).toBe(transport);
      expect(transportMemory.worked(connectionOf('github'))).toBeUndefined();
    },
  );

  it('remembers what has worked last', () => {
    const google = setUp('popup');
    transportMemory.remember(google, 'redirect');

    expect(transportMemory.worked(google)).toBe('redirect');
  });

  it.each(['', 'iframe', '{"transport":"popup"}'])('believes nothing else: %j', (stored) => {
    expect(transportMemory.worked(setUp(stored))).toBeUndefined();
  });
});

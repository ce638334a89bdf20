import { userOf, readUser } from './user';

const claims = { __raw: '', sub: 'auth0|ada' };

describe('userOf', () => {
  it.each<[object, string]>([
    [{ name: 'Ada', nickname: 'ada' }, 'Ada'],
    [{ name: ['A', 'B'] }, 'A'],
    [{ name: {}, nickname: 7 }, '7'],
    [{ name: null, email: ['ada@example.com'] }, 'ada@example.com'],
    [{ name: '\u200B', nickname: true }, ''],
  ])('calls a person by the first claim that can be shown: %j', (more, name) => {
    expect(userOf({ ...claims, ...more })).toEqual({ subject: 'auth0|ada', name });
  });

  it('gives the tenant no hint but an address', () => {
    const listed: object = { email: ['ada@example.com'] };

    expect(userOf({ ...claims, email: 'ada@example.com' }).loginHint).toBe('ada@example.com');
    expect(userOf({ ...claims, ...listed })).not.toHaveProperty('loginHint');
  });
});

describe('readUser', () => {
  it('reads who was kept, and who they may become', () => {
    const successor = { subject: 'github|7', name: 'Ada' };
    const user = { subject: 'auth0|ada', name: 'Ada', loginHint: 'ada@example.com', successor };

    expect(readUser(JSON.parse(JSON.stringify(user)))).toEqual(user);
  });

  it('shows what can be shown of them', () => {
    const kept = { subject: 'auth0|ada', name: ['Ada'], loginHint: 7, successor: {} };

    expect(readUser(kept)).toEqual({ subject: 'auth0|ada', name: 'Ada' });
  });

  it.each([undefined, null, 'auth0|ada', {}, { subject: 7 }])('reads nobody in %j', (kept) => {
    expect(readUser(kept)).toBeUndefined();
  });
});

import { isPersonal } from './personal';
import { tracedClaims } from './traced-claims';

const claims = new Map<string, unknown>([
  ['iss', 'https://acme.eu.auth0.com/'],
  ['aud', ['one', 'two']],
  ['sub', 'auth0|ada'],
  ['email', 'ada@example.com'],
  ['email_verified', true],
  ['phone_number', '+15555550100'],
  ['name', 'Ada'],
  ['https://acme.example/staff', { number: 7 }],
  ['auth_time', 1_700_000_000],
  ['nonce', 'abc'],
  ['sid', 'session'],
]);

describe('tracedClaims', () => {
  it('tells what says something about the sign-in as it is', () => {
    expect(tracedClaims(claims)).toMatchObject({
      iss: 'https://acme.eu.auth0.com/',
      aud: ['one', 'two'],
      email_verified: true,
      auth_time: 1_700_000_000,
    });
  });

  it('keeps everything about the person apart, a claim that nobody knows too', () => {
    const traced = tracedClaims(claims);

    expect(Object.keys(traced).filter((name) => isPersonal(traced[name]))).toEqual([
      'sub',
      'email',
      'phone_number',
      'name',
      'https://acme.example/staff',
    ]);
  });

  it('leaves out what ties a token to its exchange', () => {
    expect(Object.keys(tracedClaims(claims))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/nonce|sid/)]),
    );
  });
});

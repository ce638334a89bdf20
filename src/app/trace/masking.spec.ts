import { masking, plainJson, revealed, written } from './masking';
import { personal } from './personal';

const ada = personal('id', 'auth0|ada');

describe('masking', () => {
  it('gives the same value the same number, and another one another', () => {
    const write = masking();

    expect(write(personal('email', 'ada@example.com'))).toBe('<email address 1>');
    expect(write(personal('email', 'bob@example.com'))).toBe('<email address 2>');
    expect(write(personal('email', 'ada@example.com'))).toBe('<email address 1>');
    expect(write(personal('phone', '+15555550100'))).toBe('<phone number 1>');
  });

  it('leaves the provider of an id, and knows the id without it', () => {
    const write = masking();

    expect(write(personal('id', 'google-oauth2|115'))).toBe('google-oauth2|<ID 1>');
    expect(write(personal('id', '115'))).toBe('<ID 1>');
  });

  it('shows what is revealed', () => {
    expect(written([ada, 'kept', 1], revealed)).toBe('auth0|ada, kept, 1');
  });

  it('replaces personal values wherever they are in a structure', () => {
    expect(plainJson({ a: [{ b: ada }], c: null }, masking())).toEqual({
      a: [{ b: 'auth0|<ID 1>' }],
      c: null,
    });
  });
});

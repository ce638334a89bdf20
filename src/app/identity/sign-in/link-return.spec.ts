import { addressWithOutcome, linkReturnOf } from './link-return';

const allowed = ['https://shop.example/linked', 'https://shop.example:8443/', 'http://localhost/a'];

const asked = (address: string, more = '') =>
  linkReturnOf(new URLSearchParams(`return=${encodeURIComponent(address)}${more}`), allowed);

describe('the address that a link returns to', () => {
  it('is the one that was asked for, with what it gave to know the person by', () => {
    expect(asked('https://shop.example/linked?cart=7', '&state=a%26b')).toEqual({
      address: 'https://shop.example/linked?cart=7',
      state: 'a&b',
    });
    expect(asked('https://shop.example:8443/')).toEqual({ address: 'https://shop.example:8443/' });
  });

  it('is none where nobody has asked for one', () => {
    expect(linkReturnOf(new URLSearchParams('state=7'), allowed)).toBeUndefined();
  });

  it.each([
    ['another host', 'https://evil.example/linked'],
    ['another path', 'https://shop.example/other'],
    ['a longer path', 'https://shop.example/linked/more'],
    ['a path with a slash more', 'https://shop.example/linked/'],
    ['a path in capitals', 'https://shop.example/Linked'],
    ['another port', 'https://shop.example:444/linked'],
    ['another scheme', 'http://shop.example/linked'],
    ['a host that goes on', 'https://shop.example.evil.example/linked'],
    ['somebody’s name before another host', 'https://shop.example@evil.example/linked'],
    ['somebody’s name before the host', 'https://me@shop.example/linked'],
    ['a password before the host', 'https://:x@shop.example/linked'],
    ['no scheme', '//shop.example/linked'],
    ['a path alone', '/linked'],
    ['a script', 'javascript:alert(1)//https://shop.example/linked'],
    ['data', 'data:text/html,https://shop.example/linked'],
    ['a path that goes up', 'https://shop.example/linked/../other'],
    ['a backslash', 'https:\\\\shop.example\\linked'],
    ['a backslash before another host', 'https://shop.example\\@evil.example/linked'],
    ['a line break in the scheme', 'java\nscript:alert(1)'],
    ['a blank before it', ' https://shop.example/linked'],
    ['an encoded slash', 'https://shop.example%2Flinked'],
    ['a path with an encoded letter', 'https://shop.example/%6Cinked'],
    ['nothing', ''],
  ])('is refused with %s', (_what, address) => {
    expect(asked(address)).toBe('refused');
  });

  it.each([
    ['two addresses', '&return=https%3A%2F%2Fevil.example%2F'],
    ['two states', '&state=a&state=b'],
    ['a state that is too long', `&state=${'x'.repeat(501)}`],
    ['a line break in the state', '&state=a%0Ab'],
  ])('is refused with %s', (_what, more) => {
    expect(asked('https://shop.example/linked', more)).toBe('refused');
  });

  it('is refused wherever nothing is allowed', () => {
    expect(linkReturnOf(new URLSearchParams('return=https://shop.example/'), [])).toBe('refused');
  });
});

describe('the address with how a link has ended', () => {
  it('says so, with the code of a failure and the state', () => {
    const back = { address: 'https://shop.example/linked?cart=7#top', state: 'a&b' };

    expect(addressWithOutcome(back, { ligature: 'failed', ligature_code: 'popup-blocked' })).toBe(
      'https://shop.example/linked?cart=7&ligature=failed&ligature_code=popup-blocked&state=a%26b#top',
    );
  });

  it('takes nothing that was in the address before for how it ended', () => {
    const back = { address: 'https://shop.example/linked?ligature=linked&ligature_code=x&state=y' };

    expect(addressWithOutcome(back, { ligature: 'cancelled' })).toBe(
      'https://shop.example/linked?ligature=cancelled',
    );
  });
});

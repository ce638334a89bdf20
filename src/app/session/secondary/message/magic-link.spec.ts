import { magicLinkIn } from './magic-link';

const tenant = 'https://acme.example';
const link = `${tenant}/passwordless/verify_redirect?email=a%2Bb%40x.example&verification_code=1&state=mine%3D%3D`;

describe('magicLinkIn', () => {
  it('finds the tenant’s link in a fragment, and the state that it goes on with', () => {
    expect(magicLinkIn(`#${encodeURIComponent(link)}`, tenant)).toEqual({
      href: link,
      state: 'mine==',
    });
  });

  it.each([
    '',
    '#',
    '#%zz',
    '#nothing',
    `#${encodeURIComponent(link.replace('acme', 'evil'))}`,
    `#${encodeURIComponent(link.replace('https://', 'https://acme@'))}`,
    `#${encodeURIComponent(link.replace('https:', 'http:'))}`,
    `#${encodeURIComponent(link.replace('/passwordless/verify_redirect', '/v2/logout'))}`,
    `#${encodeURIComponent(link.replace('state=mine%3D%3D', 'state='))}`,
    `#${encodeURIComponent('javascript:alert(1)//state=mine')}`,
    `#${encodeURIComponent(`//acme.example/passwordless/verify_redirect?state=mine`)}`,
  ])('finds nothing in %s, and so leads nowhere', (fragment) => {
    expect(magicLinkIn(fragment, tenant)).toBeUndefined();
  });
});

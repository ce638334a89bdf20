import { invitationIn, withInvitation } from './invitation';

describe('an invitation at the start page', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    [
      '?invitation=Ti-c_ket1&organization=org_abc',
      { invitation: 'Ti-c_ket1', organization: 'org_abc' },
    ],
    [
      '?invitation=t&organization=org_abc&organization_name=Acme%20%26%20S%C3%B6hne&utm=x',
      { invitation: 't', organization: 'org_abc', organization_name: 'Acme & Söhne' },
    ],
    [
      `?invitation=t&organization=acme&organization_name=${'x'.repeat(300)}`,
      { invitation: 't', organization: 'acme' },
    ],
  ])('is read: %s', (query, expected) => {
    expect(invitationIn(query)).toEqual(new Map(Object.entries(expected)));
  });

  it.each([
    '',
    '?invitation=t',
    '?organization=org_abc',
    '?invitation=&organization=org_abc',
    '?invitation=a%20b&organization=org_abc',
    '?invitation=t&organization=org_abc%26prompt%3Dnone',
    '?invitation=t&invitation=u&organization=org_abc',
    `?invitation=${'t'.repeat(129)}&organization=org_abc`,
  ])('is none without both parts in their form: %s', (query) => {
    expect(invitationIn(query)).toBeUndefined();
  });
});

describe('a request with an invitation', () => {
  it('says what it said before, and the invitation', () => {
    const request = 'https://acme.example/authorize?client_id=c&state=s';
    const invitation = new Map([
      ['invitation', 't'],
      ['organization', 'org_abc'],
    ]);

    expect(withInvitation(request, invitation)).toBe(
      'https://acme.example/authorize?client_id=c&state=s&invitation=t&organization=org_abc',
    );
  });
});

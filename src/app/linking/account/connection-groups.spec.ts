import { connectionGroups } from './connection-groups';

const connection = (name: string, strategy: string) => ({
  name,
  strategy,
  label: name,
  transport: 'auto' as const,
});
const google = connection('google', 'google-oauth2');
const password = connection('users', 'auth0');
const company = connection('acme', 'samlp');
const phone = connection('sms', 'sms');

describe('connectionGroups', () => {
  it('puts a company’s sign-in first, then a person’s own, then codes, each as the site lists them', () => {
    expect(connectionGroups([google, phone, company, password])).toEqual([
      { id: 'work', connections: [company] },
      { id: 'personal', connections: [google, password] },
      { id: 'code', connections: [phone] },
    ]);
  });

  it('has no group with nothing in it', () => {
    expect(connectionGroups([google])).toEqual([{ id: 'personal', connections: [google] }]);
  });

  it('takes a strategy that nobody has heard of for a site that people know', () => {
    const unknown = connection('tomorrow', 'tomorrow');

    expect(connectionGroups([unknown])).toEqual([{ id: 'personal', connections: [unknown] }]);
  });
});

import type { Connection } from '../../identity/connection';
import { inGroups } from './connection-groups';

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
const groups = (connections: readonly Connection[]) =>
  inGroups(connections, ({ strategy }) => strategy);

describe('inGroups', () => {
  it('puts a company’s sign-in first, then a person’s own, then codes, each as the site lists them', () => {
    expect(groups([google, phone, company, password])).toEqual([
      { id: 'work', items: [company] },
      { id: 'personal', items: [google, password] },
      { id: 'code', items: [phone] },
    ]);
  });

  it('has no group with nothing in it', () => {
    expect(groups([google])).toEqual([{ id: 'personal', items: [google] }]);
  });

  it('takes a strategy that nobody has heard of for a site that people know', () => {
    const unknown = connection('tomorrow', 'tomorrow');

    expect(groups([unknown])).toEqual([{ id: 'personal', items: [unknown] }]);
  });
});

import type { Connection } from '../../identity/connection';
import { offersFor, type Offers } from './offers';

const connection = (
  name: string,
  strategy: string,
  label: string,
  domains: readonly string[] = [],
): Connection => ({ name, strategy, label, transport: 'auto', domains });
const google = connection('google', 'google-oauth2', 'Google');
const acme = connection('acme', 'samlp', 'Acme SSO', ['acme.example']);
const globex = connection('globex', 'samlp', 'Globex', ['globex.example']);
const sms = connection('sms', 'sms', 'Phone number');
const users = connection('users', 'auth0', 'Email and password');
const all = [google, acme, globex, sms, users];

const offers = (typed: string, linked: readonly string[] = [], connections = all): Offers =>
  offersFor(typed, connections, new Set(linked));
const groupsIn = ({ groups }: Offers) =>
  groups.map(({ id, items }) => [id, ...items.map(({ words }) => words)]);

describe('offersFor', () => {
  it('offers everything in groups where nothing is typed', () => {
    expect(groupsIn(offers(''))).toEqual([
      ['work', 'Acme SSO', 'Globex'],
      ['personal', 'Google', 'Email and password'],
      ['code', 'Phone number'],
    ]);
  });

  it('finds by words what is called like them', () => {
    const found = offers('acm');

    expect(groupsIn(found)).toEqual([['work', 'Acme SSO']]);
    expect(found.count).toBe(1);
  });

  it('leads an address to its company, with the whole list below', () => {
    const found = offers('ada@Acme.example');

    expect(found.company.map(({ connection: { name }, words }) => [name, words])).toEqual([
      ['acme', 'Continue with Acme SSO'],
    ]);
    expect(found.count).toBe(all.length);
  });

  it('keeps the whole list while an address is typed, and where nobody knows its domain', () => {
    expect(offers('ada@ac').count).toBe(all.length);
    expect(offers('ada@ac').domain).toBeUndefined();
    expect(offers('ada@nobody.example')).toMatchObject({
      domain: 'nobody.example',
      company: [],
      count: all.length,
    });
  });

  it('offers another of what the account has, apart from the rest', () => {
    const found = offers('', ['google', 'users', 'sms']);

    expect(groupsIn(found)).toEqual([['work', 'Acme SSO', 'Globex']]);
    expect(found.linked.map(({ words }) => words)).toEqual([
      'Add another Google account',
      'Add another phone number',
      'Add another password',
    ]);
  });

  it('names which of several databases it would be another account of', () => {
    const partners = connection('partners', 'auth0', 'Partner login');
    const found = offers('', ['partners'], [...all, partners]);

    expect(found.linked.map(({ words }) => words)).toEqual(['Add another Partner login account']);
  });
});

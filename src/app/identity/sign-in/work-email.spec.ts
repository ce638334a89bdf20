import type { Connection } from '../connection';
import { connectionsOfDomain, domainTyped, haveDomains } from './work-email';

const connection = (name: string, domains?: readonly string[]): Connection => ({
  name,
  strategy: 'samlp',
  label: name,
  transport: 'auto',
  ...(domains && { domains }),
});
const acme = connection('acme', ['acme.com', 'acme.example']);
const buecher = connection('buecher', ['bücher.example']);
const google = connection('google');
const all = [google, acme, buecher];

describe('work e-mail', () => {
  it.each([
    '',
    'ada',
    'ada@',
    'ada@acme',
    'ada@acme.c',
    '@acme.com',
    'a b@acme.com',
    'a@b@acme.com',
  ])('is not there yet in %j', (typed) => {
    expect(domainTyped(typed)).toBeUndefined();
  });

  it('finds the connection of its domain, whatever the case and the blanks', () => {
    expect(connectionsOfDomain(all, domainTyped(' Ada@ACME.com ') ?? '')).toEqual([acme]);
    expect(connectionsOfDomain(all, domainTyped('ada@acme.example') ?? '')).toEqual([acme]);
  });

  it('finds a domain in its own letters and in those of the network', () => {
    expect(connectionsOfDomain(all, domainTyped('ada@bücher.example') ?? '')).toEqual([buecher]);
    expect(connectionsOfDomain(all, domainTyped('ada@xn--bcher-kva.example') ?? '')).toEqual([
      buecher,
    ]);
  });

  it('takes no domain for another that ends like it', () => {
    expect(connectionsOfDomain(all, domainTyped('ada@notacme.com') ?? '')).toEqual([]);
    expect(connectionsOfDomain(all, domainTyped('ada@mail.acme.com') ?? '')).toEqual([]);
  });

  it('gives all connections that a domain has', () => {
    const other = connection('other', ['acme.com']);

    expect(connectionsOfDomain([...all, other], 'acme.com')).toEqual([acme, other]);
  });

  it('can be asked for where a connection has a domain', () => {
    expect(haveDomains(all)).toBe(true);
    expect(haveDomains([google, connection('empty', [])])).toBe(false);
  });
});

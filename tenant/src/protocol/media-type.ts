/** What a body is by its header; `none`: nothing is said of it. */
type BodyKind = 'json' | 'form' | 'none' | 'other';

/**
 * Tells how a body is to be read. Parameters and case do not count, and `application/…+json` is JSON, as the
 * server of Auth0's Management API has it.
 */
export function bodyKind({ headers }: { readonly headers: Headers }): BodyKind {
  const header = headers.get('content-type');
  if (header === null) return 'none';
  const type = header.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/x-www-form-urlencoded') return 'form';

  return /^application\/(?:[^/]+\+)?json$/.test(type) ? 'json' : 'other';
}

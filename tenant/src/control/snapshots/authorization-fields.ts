import type { JsonReader } from '../../protocol/json-reader.ts';
import type { Authorization } from '../../state/grants.ts';
import { readTimeMs, formatTimeMs } from './snapshot-part.ts';

/** What a person agreed to, as a snapshot writes it. */
export function writeAuthorization({ signedInAtMs, ...authorization }: Authorization): object {
  return { ...authorization, signedInAt: formatTimeMs(signedInAtMs) };
}

/** Reads it back. */
export function readAuthorization(fields: JsonReader): Authorization {
  const claims = fields.object('claims');
  const authorization = {
    clientId: fields.text('clientId'),
    identity: fields.text('identity'),
    scope: fields.texts('scope'),
    audience: fields.optionalText('audience'),
    nonce: fields.optionalText('nonce'),
    organization: fields.optionalText('organization'),
    sid: fields.optionalText('sid'),
    signedInAtMs: readTimeMs(fields, 'signedInAt'),
    tellsSignInTime: fields.optionalFlag('tellsSignInTime') ?? false,
    claims: {
      idToken: claims.optionalJson('idToken') ?? {},
      accessToken: claims.optionalJson('accessToken') ?? {},
    },
    dpopKey: fields.optionalText('dpopKey'),
  };
  claims.finish();
  fields.finish();

  return authorization;
}

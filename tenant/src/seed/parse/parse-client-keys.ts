import { createPublicKey } from 'node:crypto';

import type { JsonReader } from '../../protocol/json-reader.ts';
import type { ClientKey } from '../../state/config/client.ts';

const algorithms = ['RS256', 'RS384', 'PS256'] as const;

/** The keys that a client signs its assertions with, out of `client_authentication_methods`. */
export function parseClientKeys(client: JsonReader): readonly ClientKey[] | undefined {
  if (!client.has('client_authentication_methods')) return undefined;
  return client
    .object('client_authentication_methods')
    .whole((methods) =>
      methods
        .object('private_key_jwt')
        .whole((signed) => signed.objects('credentials').map(parseKey)),
    );
}

/** A credential that is named by its id alone is at some real tenant, and its key is not here. */
function parseKey(credential: JsonReader): ClientKey {
  credential.optionalChoice('credential_type', ['public_key']);
  credential.optionalText('name');
  const pem = credential.text('pem');
  const alg = credential.optionalChoice('alg', algorithms) ?? 'RS256';
  credential.finish();
  try {
    return { pem: createPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString(), alg };
  } catch {
    return credential.fail('pem', 'is not a public key');
  }
}

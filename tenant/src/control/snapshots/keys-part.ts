import type { JWK } from 'jose';

import type { JsonReader } from '../../protocol/json-reader.ts';
import { readSigningKey, type SigningKey } from '../../state/keys/signing-key.ts';
import type { SnapshotPart } from './snapshot-part.ts';

/** The signing keys, so that tokens which were given out before still count. */
export const keysPart: SnapshotPart = {
  name: 'keys',
  take: ({ state: { signer } }) => signer.exportKeys(),
  read: async (snapshot) => {
    const [first, ...others] = await Promise.all(
      snapshot.optionalObjects('keys').map((key, index) => readKey(key, index, snapshot)),
    );

    return ({ state: { signer } }) => {
      if (first !== undefined) signer.replaceKeys([first, ...others]);
    };
  },
};

async function readKey(
  fields: JsonReader,
  index: number,
  snapshot: JsonReader,
): Promise<SigningKey> {
  const jwk: JWK = Object.fromEntries(fields.names().map((name) => [name, fields.text(name)]));

  return (
    (await readSigningKey(jwk)) ??
    snapshot.fail(`keys[${index}]`, 'must be a private RSA key with a kid')
  );
}

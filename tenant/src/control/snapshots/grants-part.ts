import type { JsonReader } from '../../protocol/json-reader.ts';
import { readAuthorization, writeAuthorization } from './authorization-fields.ts';
import { expiringPart } from './expiring-part.ts';
import { readTimeMs, type SnapshotPart, formatTimeMs } from './snapshot-part.ts';

/** The grants that still stand; a token of any other is worth nothing. */
export const liveGrantsPart = expiringPart({
  name: 'liveGrants',
  of: ({ grants: { liveGrants } }) => liveGrants,
  write: () => ({}),
  read: () => true as const,
});

/** Access tokens that only the tenant can read. */
export const opaqueTokensPart = expiringPart({
  name: 'opaqueTokens',
  of: ({ grants: { opaqueTokens } }) => opaqueTokens,
  write: (token) => token,
  read: (fields) => ({
    grantId: fields.text('grantId'),
    userId: fields.text('userId'),
    scope: fields.texts('scope'),
    dpopKey: fields.optionalText('dpopKey'),
  }),
});

/** Refresh tokens, by the grant they came from. */
export const refreshFamiliesPart = expiringPart({
  name: 'refreshFamilies',
  of: ({ grants: { refreshFamilies } }) => refreshFamilies,
  write: ({ authorization, startedAtMs, rotatedAtMs, ...family }) => ({
    ...family,
    authorization: writeAuthorization(authorization),
    startedAt: formatTimeMs(startedAtMs),
    rotatedAt: formatTimeMs(rotatedAtMs),
  }),
  read: (fields) => ({
    authorization: readAuthorization(fields.object('authorization')),
    userId: fields.text('userId'),
    userCreatedAt: fields.text('userCreatedAt'),
    startedAtMs: readTimeMs(fields, 'startedAt'),
    rotatedAtMs: readTimeMs(fields, 'rotatedAt'),
    generation: readGeneration(fields),
  }),
});

/** Each refresh token that may still come, the rotated ones that tell of a theft among them. */
export const refreshTokensPart = expiringPart({
  name: 'refreshTokens',
  of: ({ grants: { refreshTokens } }) => refreshTokens,
  write: (token) => token,
  read: (fields) => ({ grantId: fields.text('grantId'), generation: readGeneration(fields) }),
});

/** What people have agreed to. */
export const consentsPart: SnapshotPart = {
  name: 'consents',
  take: ({
    state: {
      grants: { consents },
    },
  }) => Object.fromEntries(consents),
  read: (snapshot) => {
    const fields = snapshot.object('consents');
    const read = fields.names().map((name) => [name, fields.texts(name)] as const);

    return ({
      state: {
        grants: { consents },
      },
    }) => {
      consents.clear();
      for (const [key, scope] of read) consents.set(key, scope);
    };
  },
};

function readGeneration(fields: JsonReader): number {
  return fields.optionalNumber('generation') ?? fields.fail('generation', 'is missing');
}

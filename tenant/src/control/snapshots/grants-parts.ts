import type { JsonReader } from '../../protocol/json-reader.ts';
import type { Authorization } from '../../state/grants.ts';
import { expiringPart, formatTimeMs, mapPart, readTimeMs } from './snapshot-part.ts';

/** The browsers that are signed in: theirs are the cookies' values, so they stay signed in. */
export const sessionsPart = expiringPart({
  name: 'sessions',
  of: ({ signIns: { sessions } }) => sessions,
  write: ({ startedAtMs, ...session }) => ({ ...session, startedAt: formatTimeMs(startedAtMs) }),
  read: (fields) => ({
    identity: fields.text('identity'),
    connection: fields.text('connection'),
    startedAtMs: readTimeMs(fields, 'startedAt'),
  }),
});

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
    authorization: fields.object('authorization').whole(readAuthorization),
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
export const consentsPart = mapPart({
  name: 'consents',
  of: ({ grants: { consents } }) => consents,
  read: (fields, key) => fields.texts(key),
});

function readGeneration(fields: JsonReader): number {
  return fields.optionalNumber('generation') ?? fields.fail('generation', 'is missing');
}

function writeAuthorization({ signedInAtMs, ...authorization }: Authorization): object {
  return { ...authorization, signedInAt: formatTimeMs(signedInAtMs) };
}

function readAuthorization(fields: JsonReader): Authorization {
  return {
    clientId: fields.text('clientId'),
    identity: fields.text('identity'),
    scope: fields.texts('scope'),
    audience: fields.optionalText('audience'),
    nonce: fields.optionalText('nonce'),
    organization: fields.optionalText('organization'),
    sid: fields.optionalText('sid'),
    signedInAtMs: readTimeMs(fields, 'signedInAt'),
    tellsSignInTime: fields.optionalFlag('tellsSignInTime') ?? false,
    claims: fields.object('claims').whole((claims) => ({
      idToken: claims.optionalJson('idToken') ?? {},
      accessToken: claims.optionalJson('accessToken') ?? {},
    })),
    dpopKey: fields.optionalText('dpopKey'),
  };
}

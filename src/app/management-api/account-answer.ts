import * as v from 'valibot';

import type { Account } from '../identity/account';
import type { Identity, IdentityProfile } from '../identity/identity';
import { isJsonObject, type JsonObject, type Settings } from '../identity/json';
import { shownText } from '../identity/text/shown-text';
import { parseAnswer, UnreadableAnswerError } from './parse-answer';

/** Only shown, so whatever it is, it keeps nobody out. */
const shown = v.pipe(v.unknown(), v.transform(shownText));

const profileFields = {
  name: v.optional(shown),
  email: v.optional(shown),
  phone_number: v.optional(shown),
  username: v.optional(shown),
  picture: v.optional(shown),
};

/** A part of an identity's address. Dots alone would climb out of the path, encoded or not. */
const pathPart = v.pipe(v.string(), v.regex(/^(?!\.{1,2}$)./s));

/** An entry of `identities`: `user_id` may be a number, `profileData` may be missing (contract §10.14). */
const identityAnswer = v.object({
  connection: v.string(),
  provider: pathPart,
  user_id: v.pipe(v.union([v.string(), v.number()]), v.transform(String), pathPart),
  profileData: v.fallback(v.optional(v.object(profileFields)), undefined),
});

const identitiesAnswer = v.tupleWithRest([identityAnswer], identityAnswer);

/** Taken whole: Valibot's records would drop names such as `__proto__`, and nobody would know. */
const metadata = v.optional(v.nullable(v.custom<JsonObject>(isJsonObject)), {});

/** A user as `GET /api/v2/users/{id}` gives it (contract §6.3). */
const userAnswer = v.object({
  ...profileFields,
  user_id: v.pipe(v.string(), v.includes('|')),
  created_at: v.optional(v.string()),
  blocked: v.optional(v.nullable(v.boolean())),
  identities: identitiesAnswer,
  user_metadata: metadata,
  app_metadata: metadata,
});

/** Reads the user with this id from an answer's JSON; throws {@link UnreadableAnswerError}. */
export function parseAccount(json: unknown, userId: string): Account {
  const user = parseAnswer(userAnswer, json);
  if (user.user_id !== userId) throw new UnreadableAnswerError('user_id');

  const createdAtMs = Date.parse(user.created_at ?? '');

  return {
    userId: user.user_id,
    profile: profileOf(user),
    ...(!Number.isNaN(createdAtMs) && { createdAtMs }),
    identities: identitiesOf(user.identities),
    settings: settingsOf(user.user_metadata ?? {}),
    hasAppMetadata: Object.keys(user.app_metadata ?? {}).length > 0,
    ...(user.blocked === true && { isBlocked: true }),
    ...(Object.hasOwn(user.app_metadata ?? {}, 'scim') && { isProvisioned: true }),
  };
}

/** A root key that is `null` is one that the tenant has deleted (contract §6.4). */
const settingsOf = (metadata: JsonObject): Settings =>
  new Map(Object.entries(metadata).filter(([, value]) => value !== null));

/** Reads what a link or an unlink answers: the identities that the account has now (contract §6.5, §6.6). */
export const parseIdentities = (json: unknown): Account['identities'] =>
  identitiesOf(parseAnswer(identitiesAnswer, json));

type IdentityAnswer = v.InferOutput<typeof identityAnswer>;

const identitiesOf = ([first, ...others]: v.InferOutput<
  typeof identitiesAnswer
>): Account['identities'] => [identityOf(first), ...others.map(identityOf)];

const identityOf = (answer: IdentityAnswer): Identity => ({
  provider: answer.provider,
  userId: answer.user_id,
  connection: answer.connection,
  profile: profileOf(answer.profileData ?? {}),
});

function profileOf(fields: NonNullable<IdentityAnswer['profileData']>): IdentityProfile {
  const { name, email, phone_number: phone, username, picture } = fields;

  return {
    ...(name && { name }),
    ...(email && { email }),
    ...(phone && { phone }),
    ...(username && { username }),
    ...(picture && { picture }),
  };
}

import * as v from 'valibot';

import type { Account } from '../identity/account';
import { isJsonObject, type Json, type JsonObject } from '../identity/json';
import { parseAccount } from './account-answer';
import { parseAnswer } from './parse-answer';

const whole = v.custom<JsonObject>(isJsonObject);

/** An account as the control plane has it, taken whole, beside the id that it has in there. */
const userAnswer = v.pipe(
  whole,
  v.transform((user) => ({ id: user['user_id'], user })),
  v.object({ id: v.string(), user: whole }),
);

const usersAnswer = v.array(userAnswer);

/** Newest first; a message may have a link in the place of a code. */
const inboxAnswer = v.array(v.object({ code: v.optional(v.string(), '') }));

const presetsAnswer = v.array(v.object({ name: v.string(), fired: v.number() }));

/** Reads somebody who has just been made. */
export function parseNewPerson(json: unknown): Account {
  const { id, user } = parseAnswer(userAnswer, json);

  return parseAccount(user, id);
}

/** Reads everybody's accounts, by their ids. */
export const parseEverybody = (json: unknown): ReadonlyMap<string, Json> =>
  new Map(parseAnswer(usersAnswer, json).map(({ id, user }) => [id, user]));

/** Reads the code of the newest message; empty where there is none. */
export const parseNewestCode = (json: unknown): string =>
  parseAnswer(inboxAnswer, json)[0]?.code ?? '';

/** Reads how often each fault has happened, by its name. */
export const parseFaults = (json: unknown): ReadonlyMap<string, number> =>
  new Map(parseAnswer(presetsAnswer, json).map(({ name, fired }) => [name, fired]));

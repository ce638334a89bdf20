import * as v from 'valibot';

import { UnreadableAnswerError } from './unreadable-answer-error';

/** Reads an answer's JSON by a schema; throws {@link UnreadableAnswerError}. */
export function parseAnswer<const Schema extends v.GenericSchema>(
  schema: Schema,
  json: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, json);
  if (!result.success) throw new UnreadableAnswerError(v.getDotPath(result.issues[0]) ?? '');

  return result.output;
}

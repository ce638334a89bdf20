import { isJsonList, isJsonObject, objectOf, type Json } from '../json';

/** Where an unfinished link is recorded in the account that is kept. */
export const journalKey = 'acct_link';
/** Where the account that is kept holds what its linked accounts could not bring in. */
export const archiveKey = 'linked_archive';
/** Where an account remembers its latest links and unlinks. It is only shown, and gives way to everything else. */
export const historyKey = 'linked_history';
/** With what the keys begin under which an account notes what the portal is still to be told. */
export const taskPrefix = 'linked_task_';

/** Whether a root key is what the application notes about one account: it is no setting, and stays where it is. */
export const isOwnNote = (key: string): boolean =>
  key === journalKey || key === historyKey || key.startsWith(taskPrefix);

/** Names that mean something to JavaScript objects wherever they stand. */
const poisonous: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a name must not be written: programs may take it for something else, or the tenant refuses it (§6.4). */
export const isForbiddenName = (name: string): boolean =>
  poisonous.has(name) || name.includes('.') || name.startsWith('$') || name === '';

/** Whether a root key belongs to this application or, as the operator has decided, to the portal alone. */
export const isReservedKey = (key: string, reserved: readonly string[]): boolean =>
  isOwnNote(key) || key === archiveKey || reserved.includes(key);

/** A value without what must not be written, and the paths of what was left out. */
export interface CleanedValue {
  readonly value: Json;
  readonly leftOut: readonly string[];
}

/** Leaves out forbidden names at every level. The value has passed the limits, so it is not deep. */
export function cleaned(value: Json, path: string): CleanedValue {
  if (isJsonList(value)) {
    const items = value.map((item, at) => cleaned(item, `${path}[${at}]`));

    return {
      value: items.map((item) => item.value),
      leftOut: items.flatMap((item) => item.leftOut),
    };
  }
  if (!isJsonObject(value)) return { value, leftOut: [] };

  const names = Object.keys(value);
  const forbidden = names.filter(isForbiddenName);
  const kept = names
    .filter((name) => !isForbiddenName(name))
    .map((name) => [name, cleaned(value[name] ?? null, `${path}.${name}`)] as const);

  return {
    value: objectOf(kept.map(([name, item]) => [name, item.value])),
    leftOut: [
      ...forbidden.map((name) => `${path}.${name}`),
      ...kept.flatMap(([, item]) => item.leftOut),
    ],
  };
}

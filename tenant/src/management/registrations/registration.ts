import type { Caller } from '../../oauth/tokens/access-token.ts';
import { JsonReader, SeedError } from '../../protocol/json-reader.ts';
import type { JsonObject } from '../../protocol/json.ts';
import { Notices } from '../../seed/notices.ts';
import type { TenantConfig } from '../../state/config/tenant-config.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { invalidBody } from '../body.ts';

/** Something that is registered at the tenant, and that the Management API lists, reads and writes. */
export interface Registration<Item> {
  /** What the wrapper of its list is called, and its scopes are about: `roles`, `read:roles`. */
  readonly name: string;
  /** One of it, in the words of refusals: `role`. */
  readonly noun: string;
  readonly itemsOf: (state: TenantState) => readonly Item[];
  readonly idOf: (item: Item) => string;
  /** What no two of it have in common. */
  readonly keyOf: (item: Item) => string;
  /** How answers show it. */
  readonly shape: (item: Item, state: TenantState, caller: Caller) => JsonObject;
  /** What of it a body can say. An update is read as all of this with the body over it. */
  readonly writable: (item: Item) => JsonObject;
  /** What only a creation can say. */
  readonly fixed?: readonly string[];
  /** What is not said by a body of it at all, for it has endpoints of its own. */
  readonly separate?: readonly string[];
  /** Reads it as the tenant's file is read, and keeps of what was there what no body says. */
  readonly parse: (
    fields: JsonReader,
    context: {
      readonly state: TenantState;
      readonly notices: Notices;
      readonly former: Item | undefined;
    },
  ) => Item;
  /** Puts these in the place of all that is. */
  readonly replace: (items: readonly Item[], state: TenantState) => void;
  /** Takes away what an item that is removed would leave behind; without it none can be removed. */
  readonly forget?: (item: Item, state: TenantState) => void;
}

/**
 * Reads the properties of a body as those of the tenant's file are read. What the file may say without
 * effect is refused here: nobody would see the notice.
 */
export function readAsInFile<Item>(
  properties: JsonObject,
  parse: (fields: JsonReader, notices: Notices) => Item,
): Item {
  const notices = new Notices();
  try {
    const item = parse(new JsonReader(properties, ''), notices);
    const [path] = notices.paths;
    if (path !== undefined) throw new SeedError(`${path} is not imitated by the local tenant`);

    return item;
  } catch (error) {
    if (error instanceof SeedError) throw invalidBody(error.message);
    throw error;
  }
}

/** Copies an object without these properties. */
export function without(item: object, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
}

/** Keeps what is registered in a list of the configuration, each with an id of its own. */
export const inList = <Name extends 'clientGrants' | 'roles' | 'organizations' | 'actions'>(
  name: Name,
) => ({
  idOf: ({ id }: TenantConfig[Name][number]) => id,
  itemsOf: ({ config }: TenantState) => config[name],
  replace: (items: TenantConfig[Name], { config }: TenantState): void => {
    config[name] = items;
  },
});

/** Keeps what is registered in a map of the configuration, each by its key. */
export const inMap = <Item>(
  mapOf: (config: TenantConfig) => Map<string, Item>,
  keyOf: (item: Item) => string,
) => ({
  keyOf,
  itemsOf: ({ config }: TenantState) => [...mapOf(config).values()],
  replace: (items: readonly Item[], { config }: TenantState): void => {
    const map = mapOf(config);
    map.clear();
    for (const item of items) map.set(keyOf(item), item);
  },
});

import { ManagementError } from '../../protocol/errors.ts';
import { json, pathParameter, type Reply } from '../../protocol/http.ts';
import type { JsonObject } from '../../protocol/json.ts';
import type { Exchange, TenantState } from '../../state/tenant-state.ts';
import { bodyObject, invalidBody } from '../body.ts';
import { listPage, listParameters } from '../paging.ts';
import { CheckedQuery } from '../query.ts';
import { authorize } from '../user-access.ts';
import { readAsInFile, type Registration } from './registration.ts';

/** What a list can be narrowed down by: whether an item has what a parameter says. */
type Filters<Item> = Readonly<Record<string, (item: Item, value: string) => boolean>>;

/** Makes all that can be done with what is registered; `filters` narrow its list down. */
export const endpointsOf = <Item>(of: Registration<Item>, filters: Filters<Item> = {}) => ({
  /** Lists it, by page or from checkpoint to checkpoint. */
  list: async (exchange: Exchange): Promise<Reply> => {
    const { request, state } = exchange;
    const caller = await authorize([`read:${of.name}`], exchange);
    const wanted = Object.entries(filters);
    const query = new CheckedQuery(request.query, {
      ...listParameters,
      ...Object.fromEntries(wanted.map(([name]) => [name, ''])),
    });
    const found = of.itemsOf(state).filter((item) =>
      wanted.every(([name, fits]) => {
        const value = query.text(name);

        return value === undefined || fits(item, value);
      }),
    );

    const show = (item: Item) => of.shape(item, state, caller);

    return listPage({ name: of.name, items: found, idOf: of.idOf, show }, query);
  },

  /** Reads one by its id. */
  get: async (exchange: Exchange): Promise<Reply> => {
    const caller = await authorize([`read:${of.name}`], exchange);

    return json(200, of.shape(named(of, exchange), exchange.state, caller));
  },

  /** Registers another one. */
  create: async (exchange: Exchange): Promise<Reply> => {
    const { request, state } = exchange;
    const caller = await authorize([`create:${of.name}`], exchange);
    const body = bodyObject(request);
    refuseProperties(body, of.separate ?? []);
    const item = readAsInFile(body, (fields, notices) =>
      of.parse(fields, { state, notices, former: undefined }),
    );
    put(of, [undefined, item], state);

    return json(201, of.shape(item, state, caller));
  },

  /** Changes what a body says of one, and nothing else. */
  update: async (exchange: Exchange): Promise<Reply> => {
    const { request, state } = exchange;
    const caller = await authorize([`update:${of.name}`], exchange);
    const former = named(of, exchange);
    const item = readAsInFile(updated(of, former, bodyObject(request)), (fields, notices) =>
      of.parse(fields, { state, notices, former }),
    );
    put(of, [former, item], state);

    return json(200, of.shape(item, state, caller));
  },

  /** Removes one, and what belongs to it. */
  delete: async (exchange: Exchange): Promise<Reply> => {
    const { state } = exchange;
    await authorize([`delete:${of.name}`], exchange);
    const item = named(of, exchange);
    if (of.forget === undefined) {
      throw new ManagementError(
        400,
        `The local tenant does not remove a ${of.noun}: nothing has been removed.`,
        'operation_not_supported',
      );
    }

    of.forget(item, state);
    of.replace(
      of.itemsOf(state).filter((other) => other !== item),
      state,
    );

    return noContent;
  },
});

/** The answer to what was done and leaves nothing to say. */
export const noContent: Reply = {
  status: 204,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: '',
};

/** Finds the item that the path names. Throws a `ManagementError` if there is none. */
export function named<Item>(of: Registration<Item>, { request, state }: Exchange): Item {
  const id = pathParameter(request, 'id');
  const found = of.itemsOf(state).find((item) => of.idOf(item) === id);
  if (found === undefined) {
    const errorCode = `inexistent_${of.noun.replaceAll(' ', '_')}`;
    throw new ManagementError(404, `The ${of.noun} does not exist`, errorCode);
  }

  return found;
}

/** Puts an item in the place of the one it was. */
export function put<Item>(
  of: Registration<Item>,
  [former, item]: readonly [former: Item | undefined, item: Item],
  state: TenantState,
): void {
  const items = of.itemsOf(state);
  if (items.some((other) => other !== former && of.keyOf(other) === of.keyOf(item))) {
    throw new ManagementError(409, `A ${of.noun} with the same identifier already exists.`);
  }
  of.replace(
    former === undefined
      ? [...items, item]
      : items.map((other) => (other === former ? item : other)),
    state,
  );
}

/** All that a body could say of an item, with what this one says; `null` takes a value away. */
function updated<Item>(of: Registration<Item>, former: Item, body: JsonObject): JsonObject {
  refuseProperties(body, [...(of.fixed ?? []), ...(of.separate ?? [])]);

  return Object.fromEntries(
    Object.entries({ ...of.writable(former), ...body }).filter(([, value]) => value !== null),
  );
}

function refuseProperties(body: JsonObject, names: readonly string[]): void {
  const refused = Object.keys(body).filter((name) => names.includes(name));
  if (refused.length > 0) {
    throw invalidBody(`Additional properties not allowed: ${refused.join(', ')}`);
  }
}

import type { JsonReader } from '../../protocol/json-reader.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** Refuses to rename what is known by its name, as `people.json` knows an organization. */
export function refuseNewName(
  fields: JsonReader,
  former: { readonly name: string } | undefined,
): void {
  if (former !== undefined && fields.text('name') !== former.name) {
    fields.fail('name', 'cannot be changed at the local tenant');
  }
}

/** Takes a role or an organization away from everybody who has it. */
export function forgetMembers(
  list: 'roles' | 'organizations',
  name: string,
  { users }: TenantState,
): void {
  for (const user of users.all()) {
    const names = user[list];
    if (names?.includes(name) === true) {
      users.put({ ...user, [list]: names.filter((other) => other !== name) });
    }
  }
}

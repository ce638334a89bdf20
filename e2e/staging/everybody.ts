import { localTenant, methodsOf } from '../testing/local-tenant.ts';

/** Everybody, without what every sign-in changes. */
export async function everybody(): Promise<readonly (readonly unknown[])[]> {
  return (await localTenant.users())
    .toSorted((one, other) => one.user_id.localeCompare(other.user_id))
    .map((user) => [user.user_id, methodsOf(user), user.user_metadata ?? {}]);
}

/** The settings of one of them. */
export const settingsIn = (
  everyone: Awaited<ReturnType<typeof everybody>>,
  userId: string,
): unknown => everyone.find(([id]) => id === userId)?.[2];

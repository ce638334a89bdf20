/**
 * Runs steps on an account while no other tab of this browser does; `undefined` when one does. Where the
 * browser has no locks, the lease in the journal has to do.
 */
export async function withAccountLock<Result>(
  userId: string,
  steps: () => Promise<Result>,
): Promise<Result | undefined> {
  // Absent outside secure contexts, whatever its type says.
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  if (locks === undefined) return steps();

  return locks.request(`ligature.link ${userId}`, { ifAvailable: true }, (lock) =>
    lock === null ? undefined : busyWith(userId, steps),
  );
}

/** The accounts that this very page is busy with. */
const busy = new Set<string>();

/** Whether it is this tab that keeps steps on an account from being taken. */
export const isLockedHere = (userId: string): boolean => busy.has(userId);

async function busyWith<Result>(userId: string, steps: () => Promise<Result>): Promise<Result> {
  busy.add(userId);
  try {
    return await steps();
  } finally {
    busy.delete(userId);
  }
}

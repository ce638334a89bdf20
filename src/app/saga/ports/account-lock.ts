/** Tells that nothing was done, since another tab is at work on the account. */
export const otherTab = () => ({ kind: 'notDone', code: 'other-tab' }) as const;

/** The accounts that this very page is busy with. */
const busy = new Set<string>();

/**
 * Takes steps on an account while no other tab of this browser does. Where one does, gives what `otherwise` makes of
 * that: `isHere` tells whether this very tab is the one. Where the browser has no locks, the lease in the journal has
 * to do.
 */
export async function withAccountLock<Result>(
  userId: string,
  steps: () => Promise<Result>,
  otherwise: (isHere: boolean) => Result,
): Promise<Result> {
  // Absent outside secure contexts, whatever its type says.
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  if (locks === undefined) return steps();

  return locks.request(`ligature.link ${userId}`, { ifAvailable: true }, async (lock) => {
    if (lock === null) return otherwise(busy.has(userId));
    busy.add(userId);
    try {
      return await steps();
    } finally {
      busy.delete(userId);
    }
  });
}

/**
 * This tab's `sessionStorage`, which may be full, switched off or forbidden: then it holds nothing, and
 * says nothing about it. Every access is guarded because merely naming the property can throw.
 */
export const tabStorage = {
  read: (name: string): string | undefined =>
    guarded((storage) => storage.getItem(name) ?? undefined, undefined),

  write: (name: string, text: string): void =>
    guarded((storage) => storage.setItem(name, text), undefined),

  remove: (name: string): void => guarded((storage) => storage.removeItem(name), undefined),

  names: (): string[] => guarded((storage) => Object.keys(storage), []),
};

function guarded<Result>(use: (storage: Storage) => Result, otherwise: Result): Result {
  try {
    return use(sessionStorage);
  } catch {
    return otherwise;
  }
}

/** Loads something when it is asked for the first time, and once: the start does not wait for it. */
export function lazy<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loaded: Promise<Loaded> | undefined;

  return () => (loaded ??= load());
}

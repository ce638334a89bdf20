/** Finds ids by something that several may share; nearly always one does not, so a lone id is no list. */
export class HandleIndex {
  readonly #ids = new Map<string, string | readonly string[]>();

  get(handle: string): readonly string[] {
    const ids = this.#ids.get(handle);
    if (ids === undefined) return [];

    return typeof ids === 'string' ? [ids] : ids;
  }

  add(handle: string, id: string): void {
    const ids = this.#ids.get(handle);
    this.#ids.set(handle, ids === undefined ? id : [...this.get(handle), id]);
  }

  delete(handle: string, id: string): void {
    const others = this.get(handle).filter((other) => other !== id);
    if (others.length === 0) this.#ids.delete(handle);
    else this.#ids.set(handle, others);
  }

  clear(): void {
    this.#ids.clear();
  }
}

/** Finds ids by something that several may share; nearly always one does not, so lists stay short. */
export class HandleIndex {
  readonly #ids = new Map<string, readonly string[]>();

  get(handle: string): readonly string[] {
    return this.#ids.get(handle) ?? [];
  }

  add(handle: string, id: string): void {
    this.#ids.set(handle, [...this.get(handle), id]);
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

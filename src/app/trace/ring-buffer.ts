/** Keeps the newest so many items; the oldest makes room. Adding costs the same however many there are. */
export class RingBuffer<Item> {
  readonly #capacity: number;
  readonly #items: Item[] = [];
  #oldest = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  add(item: Item): void {
    if (this.#items.length < this.#capacity) {
      this.#items.push(item);
      return;
    }
    this.#items[this.#oldest] = item;
    this.#oldest = (this.#oldest + 1) % this.#capacity;
  }

  /** All items, oldest first. */
  toArray(): readonly Item[] {
    return [...this.#items.slice(this.#oldest), ...this.#items.slice(0, this.#oldest)];
  }

  clear(): void {
    this.#items.length = 0;
    this.#oldest = 0;
  }
}

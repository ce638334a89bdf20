const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** A driver of a browser, asked as the W3C's WebDriver has it, one command after the other. */
export class WebDriver {
  readonly #address: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(address: string) {
    this.#address = address;
  }

  /** Starts a session, and gives the driver's view of it. */
  async session(capabilities: Readonly<Record<string, unknown>>): Promise<WebDriver> {
    const answer = await this.ask('POST', '/session', {
      capabilities: { alwaysMatch: capabilities },
    });

    return new WebDriver(`${this.#address}/session/${textIn(answer, 'sessionId')}`);
  }

  /** Runs one command, or several that nothing may come between. */
  inTurn<Result>(commands: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(commands);
    this.#last = turn.catch(() => undefined);

    return turn;
  }

  async ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
    const response = await fetch(this.#address + path, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { readonly value: unknown };
    if (response.ok) return value;

    throw new Error(`${textIn(value, 'error')}: ${textIn(value, 'message')}`);
  }
}

/** The name that the driver has given an element. */
export const elementIn = (value: unknown): string => textIn(value, elementKey);

function textIn(value: unknown, name: string): string {
  const text: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  if (typeof text !== 'string') throw new Error(`The driver has answered without “${name}”.`);

  return text;
}

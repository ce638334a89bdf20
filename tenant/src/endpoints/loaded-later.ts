import type { Endpoint } from './endpoint.ts';

/** Names endpoints of a module that is loaded when the first of them is asked, and not for the start. */
export function loadedLater<Name extends string>(
  load: () => Promise<Readonly<Record<Name, Endpoint>>>,
): (name: Name) => Endpoint {
  let module: Promise<Readonly<Record<Name, Endpoint>>> | undefined;

  return (name) => async (exchange) => {
    module ??= load();

    return (await module)[name](exchange);
  };
}

import type { Handler, Hono } from 'hono';

/** An app that is loaded when somebody asks it for the first time: the start does not wait for it. */
export function loadedApp(load: () => Promise<Hono>): Handler {
  let app: Promise<Hono> | undefined;

  return async (context) => {
    app ??= load();

    return (await app).fetch(context.req.raw, context.env);
  };
}

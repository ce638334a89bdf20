import type { MiddlewareHandler } from 'hono';

/**
 * Answers only under the loopback's own names. A foreign name that resolves to this machine is how a
 * web page would get at a local server (DNS rebinding; SEC-54).
 */
export function ownHostOnly(port: number): MiddlewareHandler {
  const names = ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`);

  return async (context, next) => {
    if (!names.includes(context.req.header('host') ?? '')) {
      return context.text(`This tenant answers at ${names.join(', ')} only.`, 421);
    }
    await next();

    return undefined;
  };
}

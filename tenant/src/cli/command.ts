import { serveTenant, StartError } from '../serve.ts';
import { parseOptions } from './options.ts';

/** Serves a tenant until a signal ends it; what keeps it from starting is one line on stderr. */
export async function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  try {
    const tenant = await serveTenant(parseOptions(args, environment));
    // An Action may leave a promise behind that nobody waits for; the tenant outlives it.
    process.on('unhandledRejection', (reason) => console.warn(reason));
    console.log(`Local tenant at ${tenant.origin}`);
    if (tenant.certFile !== undefined) {
      console.log(`Clients have to trust its certificate, ${tenant.certFile}`);
    }
    for (const notice of tenant.notices) console.warn(notice);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void tenant.close());
    }
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

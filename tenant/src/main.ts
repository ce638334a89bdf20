import { parseOptions } from './options.ts';
import { serveTenant, StartError } from './serve.ts';

try {
  const tenant = await serveTenant(parseOptions(process.argv.slice(2), process.env));
  console.log(`Local tenant at ${tenant.origin}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void tenant.close());
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

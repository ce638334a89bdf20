import { enableCompileCache } from 'node:module';

// Before anything else is loaded: without the cache, most of the start is stripping types.
enableCompileCache();
const { runCommand } = await import('./command.ts');

await runCommand(process.argv.slice(2), process.env);

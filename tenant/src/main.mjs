import { enableCompileCache } from 'node:module';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';

// Before anything else is loaded: without the cache, most of the start is stripping types. This file
// is JavaScript for the same reason: Node's own TypeScript compiler would be loaded for it alone, and
// stay in memory.
enableCompileCache();
const { runCommand } = await import('./cli/command.ts');

await runCommand(process.argv.slice(2), process.env);
// A tenant runs beside an editor and a browser for hours: from here on it keeps small, not fast.
setFlagsFromString('--optimize-for-size');

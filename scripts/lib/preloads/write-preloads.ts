import { preloadStart } from './preload-start.ts';
import { runCommand } from '../run-command.ts';

await runCommand(preloadStart);

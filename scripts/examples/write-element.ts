import { runCommand } from '../lib/run-command.ts';
import { buildElement } from './build-element.ts';

/** `npm run build:element`. */
await runCommand(buildElement);

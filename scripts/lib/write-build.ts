import { buildAppAloud } from './build-app.ts';
import { runCommand } from './run-command.ts';

await runCommand(buildAppAloud);

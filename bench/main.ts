import { CommandError } from '../scripts/lib/command-error.ts';
import { runCommand } from '../scripts/lib/run-command.ts';
import { benchAccount } from './account.ts';
import { benchApp } from './loads/app.ts';
import { benchEmbed } from './loads/embed.ts';
import { benchLink } from './link.ts';
import { benchPlan } from './plan.ts';
import { benchTenant } from './tenant.ts';

/** What can be measured, by the name it is called with. */
const benchmarks = new Map<string, () => Promise<void>>([
  ['account', benchAccount],
  ['app', benchApp],
  ['embed', benchEmbed],
  ['link', benchLink],
  ['plan', benchPlan],
  ['tenant', benchTenant],
]);

await runCommand(async () => {
  const names = process.argv.slice(2).filter((argument) => argument !== '--quick');
  const unknown = names.filter((name) => !benchmarks.has(name));
  if (names.length === 0 || unknown.length > 0) {
    const known = [...benchmarks.keys()].join(', ');
    throw new CommandError(`Call it with what to measure: npm run bench -- <${known}>`);
  }
  for (const name of names) await benchmarks.get(name)?.();
});

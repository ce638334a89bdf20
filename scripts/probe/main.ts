import { runCommand } from '../lib/run-command.ts';
import { parseProbeOptions } from './options.ts';
import { findingsReport, probe } from './probe.ts';

await runCommand(async () => {
  const findings = await probe(parseProbeOptions(process.argv.slice(2)));
  console.log(findingsReport(findings));
  if (findings.some(({ isDifferent }) => isDifferent)) process.exitCode = 1;
});

import { CommandError } from './command-error.ts';

/**
 * Runs what a command does. A mistake that the person at the keyboard can mend is told in its own
 * words and ends the process with 1; anything else is a fault of ours and keeps its stack.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, exitInterrupted);
  stopWithNpm();

  try {
    await command();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    console.error(error.message);
    // Not `exitCode`: a server that did start would keep the process alive.
    process.exit(1);
  }
}

/** Resolves when somebody asks the process to stop, which from then on is no failure. */
export function untilStopped(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.off(signal, exitInterrupted);
    // Not `once`: npm passes on the Ctrl-C that the terminal has sent to this process already.
    process.on(signal, () => {
      resolve(undefined);
    });
  }

  return promise;
}

// Without a listener a signal ends the process without an `exit` event, and children live on.
const exitInterrupted = (): never => process.exit(130);

/** npm's shell dies of a SIGTERM and passes it on to nobody, so its end has to be noticed. */
function stopWithNpm(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;

  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

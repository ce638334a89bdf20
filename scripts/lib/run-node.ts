import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { repository } from './paths.ts';

export interface RunOptions {
  /** Relative to the repository. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunResult {
  readonly exitCode: number;
  /** What it wrote, in the order in which it came. */
  readonly output: string;
}

/** Runs Node with these arguments and keeps what it writes. */
export async function runNode(
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const child = spawnNode(args, 'pipe', options);
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const exitCode = await exitOf(child);

  return { exitCode, output: Buffer.concat(chunks).toString('utf8') };
}

/** Starts Node with these arguments. The child never outlives this process. */
export function spawnNode(
  args: readonly string[],
  stdio: 'inherit' | 'pipe',
  { cwd = '.', env = {} }: RunOptions = {},
): ChildProcess {
  const child = spawn(process.execPath, args, {
    cwd: join(repository, cwd),
    env: { ...process.env, ...env },
    stdio: ['ignore', stdio, stdio],
  });
  // Playwright stops its browser and its server on SIGINT, and on no other signal.
  const stop = (): void => void child.kill('SIGINT');
  process.once('exit', stop);
  child.once('exit', () => process.off('exit', stop));

  return child;
}

/** Waits for the end of a child; one that was stopped by a signal counts as failed. */
export async function exitOf(child: ChildProcess): Promise<number> {
  const [code] = (await once(child, 'close')) as [number | null];

  return code ?? 1;
}

/** The path of a program that an installed package brings, without asking a shell. */
export const installed = (...path: string[]): string => join(repository, 'node_modules', ...path);

import type { ChildProcess } from 'node:child_process';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';

import { exitOf, spawnNode } from '../scripts/lib/run-node.ts';

/** A server in a process of its own, which says where it is on its first line. */
export interface ChildServer {
  readonly origin: string;
  /** What the process occupies in memory by now, in megabytes. */
  readonly residentMegabytes: () => number;
  readonly stop: () => Promise<void>;
}

/** Starts a server and reads its address. */
export async function startServer(args: readonly string[]): Promise<ChildServer> {
  const child = spawnNode(args, 'pipe', { env: { PORT: '0' } });

  return {
    origin: await originIn(child),
    residentMegabytes: () => residentMegabytes(child),
    stop: async () => {
      const ended = exitOf(child);
      child.kill();
      await ended;
    },
  };
}

async function originIn(child: ChildProcess): Promise<string> {
  const errors: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk));
  let output = '';
  while (child.exitCode === null && child.stdout !== null) {
    const [chunk] = (await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(() => ['']),
    ])) as readonly unknown[];
    output += String(chunk);
    const origin = /http:\/\/[\w.:[\]]+/.exec(output)?.[0];
    if (origin !== undefined) return origin;
  }

  throw new Error(`No server: ${Buffer.concat(errors).toString('utf8')}`);
}

function residentMegabytes({ pid }: ChildProcess): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });

  return Number(kilobytes) / 1024;
}

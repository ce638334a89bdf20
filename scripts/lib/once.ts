import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * Does something once, though several processes want it: the first one does it, and the others wait for its end. `place`
 * is a folder that is not there yet, and that they all name. Where it has failed, it has for all of them.
 */
export async function once(place: string, act: () => Promise<void>): Promise<void> {
  const ended = join(place, 'ended');
  if (!(await isFirst(place))) {
    const failure = await textOnceThere(ended);
    if (failure !== '') throw new Error(failure);

    return;
  }
  try {
    await act();
    await writeFile(ended, '');
  } catch (error) {
    await writeFile(ended, String(error));
    throw error;
  }
}

/** Does something once in a run of tests, of which several may want it, in several processes; elsewhere each time. */
export async function onceInRun(name: string, act: () => Promise<void>): Promise<void> {
  const run = process.env['LIGATURE_RUN'];
  if (run === undefined) await act();
  else await once(join(tmpdir(), `ligature-${run}-${name}`), act);
}

async function isFirst(place: string): Promise<boolean> {
  try {
    await mkdir(place);

    return true;
  } catch (error) {
    if (isNamed(error, 'EEXIST')) return false;
    throw error;
  }
}

async function textOnceThere(file: string): Promise<string> {
  for (;;) {
    try {
      return await readFile(file, 'utf8');
    } catch (error) {
      if (!isNamed(error, 'ENOENT')) throw error;
      await setTimeout(200);
    }
  }
}

const isNamed = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

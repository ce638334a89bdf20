import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import { once } from './once.ts';

const newPlace = async () => join(await mkdtemp(join(tmpdir(), 'ligature-once-')), 'place');

it('is done by the first alone, and the others wait for its end', async () => {
  const place = await newPlace();
  const seen: string[] = [];
  let begun = (): void => undefined;
  const hasBegun = new Promise<void>((resolve) => (begun = resolve));
  const act = (name: string) => async () => {
    seen.push(`${name} begins`);
    begun();
    await setTimeout(50);
    seen.push(`${name} ends`);
  };
  const first = once(place, act('first'));
  await hasBegun;
  await once(place, act('second')).then(() => seen.push('second goes on'));
  await first;
  await once(place, act('third'));

  assert.deepEqual(seen, ['first begins', 'first ends', 'second goes on']);
});

it('has failed for all where it has failed', async () => {
  const place = await newPlace();
  const failing = once(place, () => Promise.reject(new Error('no room')));

  await assert.rejects(failing, /no room/);
  await assert.rejects(
    once(place, () => Promise.resolve()),
    /no room/,
  );
});

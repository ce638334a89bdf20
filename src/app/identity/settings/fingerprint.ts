import { isJsonList, isJsonObject, type Json } from '../json';

// Jest's environment looks a global up anew each time, and this one is asked for twice a character.
const { imul } = Math;

/**
 * Makes a short text of a value, equal for values that {@link sameJson} calls equal. It tells whether a setting is
 * still what was written. It is no secret and no proof, so a fast hash will do (cyrb53).
 */
export function fingerprint(value: Json | undefined): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  // The tenant keeps no `null`: it deletes what is set to it (contract §6.4).
  for (const character of canonical(value ?? null)) {
    const code = character.codePointAt(0) ?? 0;
    high = imul(high ^ code, 2_654_435_761);
    low = imul(low ^ code, 1_597_334_677);
  }
  high = imul(high ^ (high >>> 16), 2_246_822_507) ^ imul(low ^ (low >>> 13), 3_266_489_909);
  low = imul(low ^ (low >>> 16), 2_246_822_507) ^ imul(high ^ (high >>> 13), 3_266_489_909);

  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36);
}

/** Writes JSON with the names of objects in order, since a server may give them back in another. */
function canonical(value: Json): string {
  if (isJsonList(value)) return `[${value.map(canonical).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const fields = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`);

  return `{${fields.join()}}`;
}

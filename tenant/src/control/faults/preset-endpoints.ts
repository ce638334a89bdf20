import { json, type Reply } from '../../protocol/reply.ts';
import { pathParameter } from '../../protocol/request.ts';
import {
  type FaultPreset,
  faultPresets,
  presetStatus,
  turnOff,
  turnOn,
} from '../../state/control/fault-presets.ts';
import { faultShape } from '../../state/control/fault-rule.ts';
import type { Exchange } from '../../state/exchange.ts';
import { notThere } from '../control-error.ts';

/** `GET /_tenant/api/faults/presets`: every fault that has a name, with what to expect of it. */
export function listPresets({ state: { control } }: Exchange): Reply {
  return json(
    200,
    faultPresets.map((preset) => ({ ...preset, ...presetStatus(control.faults, preset) })),
  );
}

/** `POST /_tenant/api/faults/presets/{name}`: turns one on; one that is on starts over. */
export function turnPresetOn({ request, state: { control } }: Exchange): Reply {
  const preset = findPreset(pathParameter(request, 'name'));

  return json(201, turnOn(control.faults, preset).map(faultShape));
}

/** `DELETE /_tenant/api/faults/presets/{name}`: turns one off. */
export function turnPresetOff({ request, state: { control } }: Exchange): Reply {
  turnOff(control.faults, findPreset(pathParameter(request, 'name')));

  return json(200, control.faults.list().map(faultShape));
}

/** The preset of this name. */
export function findPreset(name: string): FaultPreset {
  const preset = faultPresets.find((candidate) => candidate.name === name);
  if (preset === undefined) throw notThere(`preset ${name}`);

  return preset;
}

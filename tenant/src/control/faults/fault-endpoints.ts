import { json, pathParameter, type Reply } from '../../protocol/http.ts';
import {
  type FaultPreset,
  faultPresets,
  presetStatus,
  turnOff,
  turnOn,
} from '../../state/control/fault-presets.ts';
import { faultShape, parseFaultRule } from '../../state/control/fault-rule.ts';
import type { Endpoints, Exchange } from '../../state/tenant-state.ts';
import { controlJson, notThere } from '../control-call.ts';

/** What goes wrong, and how often it has. */
export const faultEndpoints: Endpoints = {
  'GET /faults': listFaults,
  'POST /faults': ({ request, state: { control } }) => {
    const rule = parseFaultRule(controlJson(request));

    return json(201, faultShape(control.faults.add(rule)));
  },
  'DELETE /faults': (exchange) => {
    exchange.state.control.faults.clear();

    return listFaults(exchange);
  },
  'DELETE /faults/:id': (exchange) => {
    const { request, state } = exchange;
    const id = pathParameter(request, 'id');
    if (!state.control.faults.removeWhere((fault) => fault.id === id)) {
      throw notThere(`fault ${id}`);
    }

    return listFaults(exchange);
  },
  /** Every fault that has a name, with what to expect of it. */
  'GET /faults/presets': ({ state: { control } }) =>
    json(
      200,
      faultPresets.map((preset) => ({ ...preset, ...presetStatus(control.faults, preset) })),
    ),
  /** Turns one on; one that is on starts over. */
  'POST /faults/presets/:name': ({ request, state: { control } }) => {
    const preset = findPreset(pathParameter(request, 'name'));

    return json(201, turnOn(control.faults, preset).map(faultShape));
  },
  'DELETE /faults/presets/:name': (exchange) => {
    const { request, state } = exchange;
    turnOff(state.control.faults, findPreset(pathParameter(request, 'name')));

    return listFaults(exchange);
  },
};

function listFaults({ state: { control } }: Exchange): Reply {
  return json(200, control.faults.list().map(faultShape));
}

/** The preset of this name. */
export function findPreset(name: string): FaultPreset {
  const preset = faultPresets.find((candidate) => candidate.name === name);
  if (preset === undefined) throw notThere(`preset ${name}`);

  return preset;
}

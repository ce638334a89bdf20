import { json, type Reply } from '../../protocol/reply.ts';
import { pathParameter } from '../../protocol/request.ts';
import { faultShape, parseFaultRule } from '../../state/control/fault-rule.ts';
import type { Exchange } from '../../state/exchange.ts';
import { controlJson } from '../control-body.ts';
import { notThere } from '../control-error.ts';

/** Answers `GET /_tenant/api/faults`: what goes wrong, and how often it has. */
export function listFaults({ state: { control } }: Exchange): Reply {
  return json(200, control.faults.list().map(faultShape));
}

/** Answers `POST /_tenant/api/faults`: one rule more. */
export function addFault({ request, state: { control } }: Exchange): Reply {
  const rule = parseFaultRule(controlJson(request));

  return json(201, faultShape(control.faults.add(rule)));
}

/** Answers `DELETE /_tenant/api/faults`: nothing goes wrong any more. */
export function removeFaults({ state: { control } }: Exchange): Reply {
  control.faults.clear();

  return json(200, []);
}

/** Answers `DELETE /_tenant/api/faults/{id}`: one rule less. */
export function removeFault({ request, state: { control } }: Exchange): Reply {
  const id = pathParameter(request, 'id');
  if (!control.faults.removeWhere((fault) => fault.id === id)) throw notThere(`fault ${id}`);

  return json(200, control.faults.list().map(faultShape));
}

import { ManagementError } from '../../protocol/errors.ts';
import { json, pathParameter, type Reply, type TenantRequest } from '../../protocol/http.ts';
import type { JsonReader } from '../../protocol/json-reader.ts';
import type { JsonObject } from '../../protocol/json.ts';
import { hexDigits } from '../../protocol/random.ts';
import type { ActionBinding, KeptAction } from '../../state/config/action.ts';
import type { Exchange, TenantState } from '../../state/tenant-state.ts';
import { bodyObject } from '../body.ts';
import { numberedPage, pagingParameters } from '../paging.ts';
import { CheckedQuery, reading } from '../query.ts';
import { authorize } from '../user-access.ts';
import { readAsInFile } from './registration.ts';

const postLogin = { id: 'post-login', version: 'v3', status: 'CURRENT' };
const parameters = { page: pagingParameters.page, per_page: pagingParameters.per_page };

/** Answers `GET /api/v2/actions/triggers`: the one that is imitated. */
export const listTriggers = reading(['read:actions'], {}, () =>
  json(200, { triggers: [postLogin] }),
);

/** Answers `GET /api/v2/actions/triggers/{id}/bindings`. */
export async function listBindings(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  await authorize(['read:actions'], exchange);
  requirePostLogin(request);
  const query = new CheckedQuery(request.query, parameters);
  const items = state.config.postLoginBindings;

  return numberedPage({ name: 'bindings', items, show: (item) => shape(item, state) }, query);
}

/** Answers `PATCH /api/v2/actions/triggers/{id}/bindings`: binds these and no others, in this order. */
export async function updateBindings(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  await authorize(['update:actions'], exchange);
  requirePostLogin(request);
  const bindings = readAsInFile(bodyObject(request), (properties) =>
    properties.whole((body) =>
      body.objects('bindings').map((binding) => parseBinding(binding, state)),
    ),
  );
  state.putActions(state.config.actions, bindings);

  return json(200, { bindings: bindings.map((binding) => shape(binding, state)) });
}

function requirePostLogin(request: TenantRequest): void {
  const id = pathParameter(request, 'id');
  if (id !== postLogin.id) {
    throw new ManagementError(
      400,
      `The local tenant does not imitate the trigger ${id}.`,
      'operation_not_supported',
    );
  }
}

function parseBinding(binding: JsonReader, state: TenantState): ActionBinding {
  const ref = binding.object('ref');
  const type = ref.optionalChoice('type', ['action_name', 'action_id', 'binding_id']);
  const value = ref.text('value');
  ref.finish();
  const former = state.config.postLoginBindings.find(
    ({ id }) => type === 'binding_id' && id === value,
  );
  const isMeant = ({ id, draft }: KeptAction) =>
    type === 'action_id' ? id === value : draft.name === (former?.actionName ?? value);
  const action =
    state.config.actions.find(isMeant) ?? ref.fail('value', `names no action: ${value}`);
  if (action.deployed === undefined) ref.fail('value', 'names an action that is not deployed');
  const actionName = action.draft.name;
  const displayName = binding.optionalText('display_name') ?? actionName;
  binding.finish();
  const same = state.config.postLoginBindings.find((other) => other.actionName === actionName);

  return { id: former?.id ?? same?.id ?? hexDigits(24), actionName, displayName };
}

function shape({ id, actionName, displayName }: ActionBinding, state: TenantState): JsonObject {
  const action = state.config.actions.find(({ draft }) => draft.name === actionName);

  return {
    id,
    trigger_id: postLogin.id,
    display_name: displayName,
    action: { id: action?.id, name: actionName },
  };
}

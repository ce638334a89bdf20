import type { Caller } from '../../oauth/tokens/access-token.ts';
import { SeedError } from '../../protocol/json-reader.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import type { KeptAction } from '../../state/config/action.ts';
import { compileAction } from '../../state/config/compile-action.ts';
import type { Exchange } from '../../state/exchange.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { invalidBody } from '../body.ts';
import { pagingOf, pagingParameters } from '../paging.ts';
import { CheckedQuery } from '../query.ts';
import { authorize } from '../user-access.ts';
import { actionRegistration } from './action-registration.ts';
import { named } from './registration-endpoints.ts';

const parameters = {
  page: pagingParameters.page,
  per_page: pagingParameters.per_page,
  triggerId: 'An actions extensibility point.',
  actionName: 'The name of the action to retrieve.',
  deployed: 'Optional filter to only retrieve actions that are deployed.',
};

/** Answers `GET /api/v2/actions/actions`: always in its wrapper, which names the page. */
export async function listActions(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const caller = await authorize(['read:actions'], exchange);
  const query = new CheckedQuery(request.query, parameters);
  const name = query.text('actionName');
  const isDeployed = query.flag('deployed');
  const found = state.config.actions.filter(
    ({ draft, deployed }) =>
      (name === undefined || draft.name === name) &&
      (isDeployed === undefined || (deployed !== undefined) === isDeployed),
  );
  const { page, perPage } = pagingOf(query);
  const shown = found.slice(page * perPage, (page + 1) * perPage);

  return json(200, {
    actions: shown.map((action) => shapeOf(action, state, caller)),
    total: found.length,
    page,
    per_page: perPage,
  });
}

/** Answers `POST /api/v2/actions/actions/{id}/deploy`: what was written runs from now on, if it is bound. */
export async function deployAction(exchange: Exchange): Promise<Reply> {
  const { state } = exchange;
  const caller = await authorize(['update:actions', 'create:actions'], exchange);
  const action = named(actionRegistration, exchange);
  const deployed = { ...action, deployed: action.draft };
  const actions = state.config.actions.map((other) => (other === action ? deployed : other));
  try {
    // Also when it is bound to nothing yet: code that cannot run is no version.
    compileAction(action.draft, state.issuer);
    state.putActions(actions, state.config.postLoginBindings);
  } catch (error) {
    if (error instanceof SeedError) throw invalidBody(error.message);
    throw error;
  }

  return json(202, { ...shapeOf(deployed, state, caller), deployed: true });
}

function shapeOf(action: KeptAction, state: TenantState, caller: Caller) {
  return actionRegistration.shape(action, state, caller);
}

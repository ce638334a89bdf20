import { json, type Reply } from '../../protocol/http.ts';
import { SeedError } from '../../protocol/json-reader.ts';
import { hexDigits } from '../../protocol/random.ts';
import { parseAction } from '../../seed/parse/parse-actions.ts';
import type { KeptAction } from '../../state/config/action.ts';
import { compileAction } from '../../state/config/compile-action.ts';
import type { Exchange } from '../../state/tenant-state.ts';
import { invalidBody } from '../body.ts';
import { numberedPage, pagingParameters } from '../paging.ts';
import { reading } from '../query.ts';
import { authorize } from '../user-access.ts';
import { refuseNewName } from './members.ts';
import { named } from './registration-endpoints.ts';
import { inList, type Registration } from './registration.ts';

/** Actions. What is written is a draft, which runs when it has been deployed and bound. */
export const actionRegistration: Registration<KeptAction> = {
  name: 'actions',
  noun: 'action',
  ...inList('actions'),
  keyOf: ({ draft }) => draft.name,
  shape: ({ id, draft, deployed }) => ({
    id,
    name: draft.name,
    supported_triggers: [{ id: 'post-login', version: 'v3' }],
    code: draft.code,
    dependencies: [],
    // Nobody reads a secret again.
    secrets: Object.keys(draft.secrets).map((name) => ({ name })),
    status: 'built',
    all_changes_deployed: draft === deployed,
  }),
  writable: ({ draft }) => ({
    name: draft.name,
    code: draft.code,
    secrets: Object.entries(draft.secrets).map(([name, value]) => ({ name, value })),
  }),
  parse: (fields, { notices, former }) => {
    refuseNewName(fields, former?.draft);
    const draft = parseAction(fields, notices, former?.draft.secrets);
    const isSame = former !== undefined && isSameAction(former.draft, draft);

    return {
      ...former,
      id: former?.id ?? hexDigits(32),
      draft: isSame ? former.draft : { ...draft, file: `${draft.name}.js` },
    };
  },
  forget: ({ draft }, state) => {
    const bindings = state.config.postLoginBindings.filter(
      ({ actionName }) => actionName !== draft.name,
    );
    state.putActions(state.config.actions, bindings);
  },
};

type ActionText = Pick<KeptAction['draft'], 'code' | 'secrets'>;

/** Whether nothing is new, so that what runs is still all there is. */
function isSameAction(one: ActionText, other: ActionText): boolean {
  const secretsOf = ({ secrets }: ActionText) => JSON.stringify(Object.entries(secrets).sort());

  return one.code === other.code && secretsOf(one) === secretsOf(other);
}

const parameters = {
  page: pagingParameters.page,
  per_page: pagingParameters.per_page,
  triggerId: 'An actions extensibility point.',
  actionName: 'The name of the action to retrieve.',
  deployed: 'Optional filter to only retrieve actions that are deployed.',
};

/** Answers `GET /api/v2/actions/actions`: always in its wrapper, which names the page. */
export const listActions = reading(['read:actions'], parameters, (query, { state }, caller) => {
  const name = query.text('actionName');
  const isDeployed = query.flag('deployed');
  const found = state.config.actions.filter(
    ({ draft, deployed }) =>
      (name === undefined || draft.name === name) &&
      (isDeployed === undefined || (deployed !== undefined) === isDeployed),
  );
  const show = (action: KeptAction) => actionRegistration.shape(action, state, caller);

  return numberedPage({ name: 'actions', items: found, show }, query);
});

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

  return json(202, { ...actionRegistration.shape(deployed, state, caller), deployed: true });
}

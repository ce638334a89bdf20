import { hexDigits } from '../../protocol/random.ts';
import { parseAction } from '../../seed/parse/parse-actions.ts';
import type { KeptAction } from '../../state/config/action.ts';
import { refuseNewName } from './members.ts';
import type { Registration } from './registration.ts';

/** Actions. What is written is a draft, which runs when it has been deployed and bound. */
export const actionRegistration: Registration<KeptAction> = {
  name: 'actions',
  noun: 'action',
  itemsOf: ({ config: { actions } }) => actions,
  idOf: ({ id }) => id,
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
  fixed: [],
  separate: [],
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
  replace: (items, state) => {
    state.config.actions = items;
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

import type { JsonReader } from '../../protocol/json-reader.ts';
import { derivedId } from '../../protocol/random.ts';
import type { Action, KeptAction } from '../../state/config/action.ts';
import type { Seed } from '../../state/config/seed.ts';
import type { Notices } from '../notices.ts';

/** Reads a file that the tenant's file names, relative to it. */
export type ReadNearby = (path: string) => { readonly file: string; readonly text: string };

/** The actions, and those bound to `post-login`: the only trigger that is imitated (§9). */
export function parseActions(
  tenant: JsonReader,
  readNearby: ReadNearby,
  notices: Notices,
): Pick<Seed, 'actions' | 'postLoginBindings'> {
  const actions = tenant
    .optionalObjects('actions')
    .map((action) => parseFileAction(action, readNearby, notices));
  const triggers = tenant.object('triggers');
  const bound = triggers.optionalObjects('post-login').map((binding) => {
    const actionName = binding.text('action_name');
    const displayName = binding.optionalText('display_name') ?? actionName;
    binding.finish();
    if (!actions.some(({ draft }) => draft.name === actionName)) {
      binding.fail('action_name', `names no action: ${actionName}`);
    }

    return { id: derivedId('', `binding ${actionName}`, 24), actionName, displayName };
  });
  const others = triggers.names().filter((name) => name !== 'post-login');
  for (const trigger of others) {
    if (triggers.objects(trigger).length > 0) {
      triggers.fail(trigger, 'is not imitated: only post-login is');
    }
  }
  triggers.finish();

  return { actions, postLoginBindings: bound };
}

function parseFileAction(action: JsonReader, readNearby: ReadNearby, notices: Notices): KeptAction {
  if (action.optionalFlag('deployed') === false) {
    action.fail('deployed', 'must be true: an action that is not deployed runs nowhere');
  }
  const { code: place, ...rest } = parseAction(action, notices);
  const { file, text } = readNearby(place);
  const draft = { ...rest, code: text, file };

  return { id: derivedId('', `action ${draft.name}`, 32), draft, deployed: draft };
}

/**
 * Reads an action, its `code` as it stands there: the name of a file, or the code itself. A secret that is
 * known may be named alone, as an export does, which cannot read its value.
 */
export function parseAction(
  action: JsonReader,
  notices: Notices,
  known: Action['secrets'] = {},
): Omit<Action, 'file'> {
  const name = action.text('name');
  if (action.optionalObjects('dependencies').length > 0) {
    action.fail('dependencies', 'must be empty: actions run without packages here');
  }
  for (const trigger of action.optionalObjects('supported_triggers')) {
    trigger.optionalChoice('id', ['post-login']);
    trigger.optionalText('version');
    trigger.finish();
  }
  const secrets = action.optionalObjects('secrets').map((entry) =>
    entry.whole((secret) => {
      const name = secret.text('name');

      return [name, secret.optionalText('value') ?? known[name] ?? secret.text('value')] as const;
    }),
  );
  const code = action.text('code');
  notices.notImitated(action.finish(['status', 'runtime', 'modules']));

  return { name, code, secrets: Object.fromEntries(secrets) };
}

import type { Action } from '../state/action.ts';
import type { CheckedObject } from '../state/checked.ts';
import type { Notices } from './notices.ts';

/** Reads a file that the tenant's file names, relative to it. */
export type ReadNearby = (path: string) => { readonly file: string; readonly text: string };

/** The actions bound to `post-login`, in their order: the only trigger that is imitated (§9). */
export function parsePostLoginActions(
  tenant: CheckedObject,
  readNearby: ReadNearby,
  notices: Notices,
): readonly Action[] {
  const actions = new Map(
    tenant
      .optionalObjects('actions')
      .map((action) => parseAction(action, readNearby, notices))
      .map((action) => [action.name, action]),
  );
  const triggers = tenant.object('triggers');
  const bound = triggers.optionalObjects('post-login').map((binding) => {
    const name = binding.text('action_name');
    binding.optionalText('display_name');
    binding.finish();

    return actions.get(name) ?? binding.fail('action_name', `names no action: ${name}`);
  });
  const others = triggers.names().filter((name) => name !== 'post-login');
  for (const trigger of others) {
    if (triggers.objects(trigger).length > 0) {
      triggers.fail(trigger, 'is not imitated: only post-login is');
    }
  }
  triggers.finish();

  return bound;
}

function parseAction(action: CheckedObject, readNearby: ReadNearby, notices: Notices): Action {
  const name = action.text('name');
  if (action.optionalObjects('dependencies').length > 0) {
    action.fail('dependencies', 'must be empty: actions run without packages here');
  }
  for (const trigger of action.optionalObjects('supported_triggers')) {
    trigger.optionalChoice('id', ['post-login']);
    trigger.optionalText('version');
    trigger.finish();
  }
  if (action.optionalFlag('deployed') === false) {
    action.fail('deployed', 'must be true: an action that is not deployed runs nowhere');
  }
  const secrets = action.optionalObjects('secrets').map((secret) => {
    const pair = [secret.text('name'), secret.text('value')] as const;
    secret.finish();

    return pair;
  });
  const { file, text } = readNearby(action.text('code'));
  notices.notImitated(action.finish(['status', 'runtime', 'modules']));

  return { name, code: text, file, secrets: Object.fromEntries(secrets) };
}

import type { JsonReader } from '../../protocol/json-reader.ts';
import { defined } from '../../protocol/json.ts';
import { derivedId } from '../../protocol/random.ts';
import { strategies } from '../../state/config/connection-kinds.ts';
import type { Connection, ConnectionOptions } from '../../state/config/connection.ts';
import { LiquidError } from '../../ui/messages/liquid-expression.ts';
import { compileLiquid } from '../../ui/messages/liquid.ts';
import type { Notices } from '../notices.ts';
import type { ReadNearby } from './parse-actions.ts';

const notImitated = ['metadata', 'authentication', 'connected_accounts', 'provisioning_ticket_url'];

/** What a connection refers to, and how: a file by names, a call by ids. */
export interface ConnectionReferences {
  readonly clientIdOf: ClientIdOf;
  /** Finds the template of a message, given the object that has `body`. */
  readonly bodyOf: (email: JsonReader) => string;
}

/** The id of the client that is meant, if there is one. */
export type ClientIdOf = (reference: string) => string | undefined;

/** Reads one of `databases` or `connections`. */
export function parseConnection(
  connection: JsonReader,
  { clientIdOf, bodyOf }: ConnectionReferences,
  notices: Notices,
): Connection {
  const name = connection.text('name');
  return notices.whole(connection, notImitated, () => ({
    id: derivedId('con_', name, 16),
    name,
    strategy: connection.optionalChoice('strategy', strategies) ?? 'auth0',
    display_name: connection.optionalText('display_name') ?? name,
    enabled_clients: connection
      .optionalTexts('enabled_clients')
      .map(
        (client) =>
          clientIdOf(client) ?? connection.fail('enabled_clients', `names no client: ${client}`),
      ),
    options: parseOptions(connection.object('options'), notices, bodyOf),
    realms: connection.givenTexts('realms') ?? [name],
    is_domain_connection: connection.optionalFlag('is_domain_connection') ?? false,
    show_as_button: connection.optionalFlag('show_as_button') ?? true,
  }));
}

/** Options beyond these belong to real providers, for which stand-ins answer here. */
function parseOptions(
  options: JsonReader,
  notices: Notices,
  bodyOf: ConnectionReferences['bodyOf'],
): ConnectionOptions {
  /** An option that is an object, if it is there. */
  const group = <Result>(name: string, read: (fields: JsonReader) => Result) =>
    options.has(name) ? options.object(name).whole(read) : undefined;
  const parsed = {
    ...defined({
      passwordPolicy: options.optionalChoice('passwordPolicy', [
        ...(['none', 'low', 'fair', 'good', 'excellent'] as const),
      ]),
      requires_username: options.optionalFlag('requires_username'),
      disable_signup: options.optionalFlag('disable_signup'),
      brute_force_protection: options.optionalFlag('brute_force_protection'),
      password_dictionary: group('password_dictionary', (dictionary) => ({
        enable: dictionary.optionalFlag('enable') ?? false,
        dictionary: dictionary.optionalTexts('dictionary'),
      })),
      password_no_personal_info: group('password_no_personal_info', (info) => ({
        enable: info.optionalFlag('enable') ?? false,
      })),
      validation: group('validation', parseValidation),
      totp: group('totp', (totp) => ({
        length: totp.optionalNumber('length') ?? 6,
        time_step: totp.optionalNumber('time_step') ?? 180,
      })),
      email: group('email', (email) => parseEmail(email, bodyOf)),
    }),
  };
  // The Deploy CLI says it of every database: people may change their passwords, as they may here.
  if (options.optionalFlag('disable_self_service_change_password') === true) {
    notices.notImitated([options.pathOf('disable_self_service_change_password')]);
  }
  notices.notImitated(options.finish(options.names()));

  return parsed;
}

function parseValidation(validation: JsonReader): ConnectionOptions['validation'] | undefined {
  if (!validation.has('username')) return undefined;

  return {
    username: validation.object('username').whole((username) => ({
      min: username.optionalNumber('min') ?? 1,
      max: username.optionalNumber('max') ?? 15,
    })),
  };
}

/** The words of a message: what they are made of is checked now, and not when the first is sent. */
function parseEmail(
  email: JsonReader,
  bodyOf: ConnectionReferences['bodyOf'],
): NonNullable<ConnectionOptions['email']> {
  const syntax = email.optionalChoice('syntax', ['liquid']) ?? 'liquid';
  const body = bodyOf(email);
  try {
    compileLiquid(body);
  } catch (error) {
    if (error instanceof LiquidError) email.fail('body', `cannot be used: ${error.message}`);
    throw error;
  }
  // The inbox shows neither; they are kept for whoever reads the connection.
  const envelope = defined({
    subject: email.optionalText('subject'),
    from: email.optionalText('from'),
  });

  return { syntax, ...envelope, body };
}

/** The Deploy CLI takes the name of a file in `connections`, and nothing else. */
export function bodyInFile(email: JsonReader, notices: Notices, readNearby: ReadNearby): string {
  const body = email.text('body');
  if (/^[\w./-]+$/.test(body)) return readNearby(`connections/${body}`).text;
  notices.notForDeploy(email.pathOf('body'), 'must be the name of a file in connections');

  return body;
}

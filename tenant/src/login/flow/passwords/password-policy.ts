import type { Connection, ConnectionOptions } from '../../../state/config/connection.ts';
import type { Profile } from '../../../state/people/user.ts';
import type { Texts } from '../../../ui/texts/en.ts';

type Policy = NonNullable<ConnectionOptions['passwordPolicy']>;

/** Why a connection does not take a password, in Auth0's codes (contract §5). */
export type PasswordFault =
  'invalid_password' | 'password_dictionary_error' | 'password_no_user_info_error';

/** Tells why a connection does not take a new password; `undefined` if it does (contract §5). */
export function passwordFault(
  password: string,
  { options }: Pick<Connection, 'options'>,
  profile: Profile,
): PasswordFault | undefined {
  const { password_dictionary: dictionary, password_no_personal_info: info } = options;
  if (!isStrongEnough(password, options.passwordPolicy ?? 'good')) return 'invalid_password';
  const lower = password.toLowerCase();
  if (
    dictionary?.enable === true &&
    dictionary.dictionary.some((word) => word.toLowerCase() === lower)
  ) {
    return 'password_dictionary_error';
  }
  if (info?.enable === true && personalNames(profile).some((word) => lower.includes(word))) {
    return 'password_no_user_info_error';
  }

  return undefined;
}

/** Whether a password meets a connection's policy, by Auth0's five levels. */
export function isStrongEnough(password: string, policy: Policy): boolean {
  switch (policy) {
    case 'none':
      return password.length >= 1;
    case 'low':
      return password.length >= 6;
    case 'fair':
      return password.length >= 8 && kindsIn(password, [/[a-z]/, /[A-Z]/, /\d/]) === 3;
    case 'good':
      return password.length >= 8 && kindsIn(password, fourKinds) >= 3;
    case 'excellent':
      return (
        password.length >= 10 && kindsIn(password, fourKinds) >= 3 && !/(.)\1\1/.test(password)
      );
  }
}

const fourKinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];

function kindsIn(password: string, kinds: readonly RegExp[]): number {
  return kinds.filter((kind) => kind.test(password)).length;
}

/** The names of a person. One of two letters is in too many words to mean anybody. */
function personalNames({ email, name, nickname, username }: Profile): readonly string[] {
  return [email?.split('@')[0], username, nickname, ...(name?.split(/[\s@]+/) ?? [])]
    .map((word) => word?.toLowerCase() ?? '')
    .filter((word) => word.length > 2);
}

type WithOptions = Pick<Connection, 'options'>;

/** Says what a new password has to be at a connection. */
export function passwordRules({ passwords }: Texts, { options }: WithOptions): string {
  return passwords.rules[options.passwordPolicy ?? 'good'];
}

/** Says what is wrong with a new password that its connection does not take. */
export function passwordProblem(
  fault: PasswordFault,
  texts: Texts,
  connection: WithOptions,
): string {
  const { weak, common, personal } = texts.passwords;
  switch (fault) {
    case 'invalid_password':
      return `${weak} ${passwordRules(texts, connection)}`;
    case 'password_dictionary_error':
      return common;
    case 'password_no_user_info_error':
      return personal;
  }
}

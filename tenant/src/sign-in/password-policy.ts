import type { ConnectionOptions } from '../state/connection.ts';

type Policy = NonNullable<ConnectionOptions['passwordPolicy']>;

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

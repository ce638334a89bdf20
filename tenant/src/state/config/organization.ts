import type { JsonObject } from '../../protocol/json.ts';

/** A customer whose people sign in together, in Auth0's names. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly display_name: string;
  readonly metadata?: JsonObject;
  readonly connections: readonly {
    readonly name: string;
    readonly assign_membership_on_login: boolean;
    readonly show_as_button: boolean;
  }[];
}

/** One mistake in the configuration file: where it is, and what is wrong with it. */
export interface ConfigProblem {
  /** For instance `connections.0.label`; empty when the file as a whole is wrong. */
  readonly path: string;
  /** What is wrong: it is not there, it is no setting, it is empty, it is something else than it can be, or no JSON. */
  readonly kind: 'missing' | 'unknown' | 'empty' | 'wrong' | 'notJson';
  /** The same in detail, for those who read logs. */
  readonly message: string;
  /** What stands there, as JSON. */
  readonly received?: string;
}

/** Why there is no configuration to start with: the file did not arrive, or it is none. */
export type ConfigFailure =
  | {
      readonly code:
        | 'config-unreachable'
        | 'config-timed-out'
        | 'config-redirected'
        | 'config-is-a-page'
        | 'config-empty'
        | 'config-too-large'
        | 'config-unreadable';
    }
  | {
      readonly code: 'config-missing' | 'config-refused' | 'config-server-error';
      readonly status: number;
    }
  | {
      readonly code: 'config-invalid';
      readonly problems: readonly ConfigProblem[];
      /** The file, to show where in it they are. */
      readonly text: string;
    };

/** Whether the file may well arrive at the next try, with nothing mended. */
export const isPassing = ({ code }: ConfigFailure): boolean =>
  code === 'config-unreachable' || code === 'config-timed-out' || code === 'config-server-error';

import { CommandError } from '../lib/command-error.ts';

/** Thrown when something else already listens on the port a server was to have. */
export class PortInUseError extends CommandError {
  override readonly name = 'PortInUseError';
  readonly port: number;

  /** @param advice How to choose another port. */
  constructor(port: number, advice = '', options?: ErrorOptions) {
    super(`Port ${port} is in use. ${advice}`.trimEnd(), options);
    this.port = port;
  }
}

/** Why a tenant does not start, in one sentence for the person who started it. */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}

/** Somebody else listens where the tenant should. */
export class PortInUseError extends StartError {
  override readonly name = 'PortInUseError';
  readonly code = 'port-in-use';
  readonly port: number;

  constructor(port: number, cause: unknown) {
    super(`Port ${port} is in use. Stop what listens there, or choose another with PORT.`, {
      cause,
    });
    this.port = port;
  }
}

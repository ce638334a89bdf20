/** Something the person at the keyboard can mend. Its message is all they need to read. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
}

import type { FailureCode } from '../../identity/failure';

/** Whether a failure is about what stands in the field, and is said there. */
export const isFieldFailure = (code: FailureCode): boolean => fieldFailures.has(code);

const fieldFailures: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'bad-address',
  'bad-code',
  'code-expired',
  'too-many-tries',
  'wrong-code',
]);

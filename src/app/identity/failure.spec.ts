import { isWindowFailure, type FailureCode } from './failure';

describe('isWindowFailure', () => {
  it.each<[FailureCode, boolean]>([
    ['popup-blocked', true],
    ['timed-out', true],
    ['page-needed', true],
    ['blocked', false],
    ['denied', false],
    ['unreachable', false],
    ['wrong-person', false],
    ['no-storage', false],
    ['email-unverified', false],
  ])('says whether the whole page may do better after %s: %s', (code, answer) => {
    expect(isWindowFailure(code)).toBe(answer);
  });
});

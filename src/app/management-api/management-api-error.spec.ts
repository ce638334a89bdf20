import { HttpErrorResponse } from '@angular/common/http';

import { SessionError } from '../session/tokens/session-error';
import { ManagementApiError } from './management-api-error';
import { UnreadableAnswerError } from './parse-answer';

describe('ManagementApiError', () => {
  it.each([
    [0, 'unreachable'],
    [200, 'unreadable'],
    [204, 'unreadable'],
    [400, 'rejected'],
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'conflict'],
    [413, 'rejected'],
    [418, 'rejected'],
    [429, 'busy'],
    [500, 'tenant-error'],
    [502, 'tenant-error'],
    [503, 'tenant-error'],
    [504, 'tenant-error'],
  ])('names status %d', (status, code) => {
    expect(ManagementApiError.from(new HttpErrorResponse({ status })).code).toBe(code);
  });

  it.each([
    // Contract §6.1 and §6.5, by the names that the tenant gives them.
    [400, 'Bearer', 'rejected'],
    [400, 'invalid_uri', 'rejected'],
    [400, 'invalid_body', 'rejected'],
    [400, 'invalid_query_string', 'rejected'],
    [400, 'inexistent_connection', 'rejected'],
    [400, 'operation_not_supported', 'rejected'],
    [403, 'insufficient_scope', 'forbidden'],
    [403, 'unowned_resource', 'forbidden'],
    [404, 'inexistent_user', 'not-found'],
    [409, 'auth0_idp_error', 'conflict'],
    [415, undefined, 'rejected'],
    [429, 'too_many_requests', 'busy'],
    [503, undefined, 'tenant-error'],
  ])('has a place for each documented refusal: %d %s', (status, errorCode, code) => {
    const error = { statusCode: status, error: 'x', message: 'x', errorCode };

    expect(ManagementApiError.from(new HttpErrorResponse({ status, error })).code).toBe(code);
  });

  it('decides by status and never by what the tenant says', () => {
    const error = { statusCode: 200, errorCode: 'insufficient_scope', message: 'Linked.' };

    expect(ManagementApiError.from(new HttpErrorResponse({ status: 409, error })).code).toBe(
      'conflict',
    );
  });

  it.each([
    ['a session that has ended', new SessionError('signed-out'), 'signed-out'],
    ['a token that cannot be fetched now', new SessionError('offline'), 'offline'],
    ['an answer of another shape', new UnreadableAnswerError('identities'), 'unreadable'],
    ['anything else', new Error('x'), 'unreachable'],
    ['nothing', undefined, 'unreachable'],
  ])('names %s, and keeps the cause', (_case, cause, code) => {
    expect(ManagementApiError.from(cause)).toMatchObject({ code, cause });
  });

  it('does not wrap itself', () => {
    const error = new ManagementApiError('busy');

    expect(ManagementApiError.from(error)).toBe(error);
  });

  it('says nothing of what the tenant said', () => {
    const cause = new HttpErrorResponse({ status: 400, error: { message: 'Call 0900 1234' } });

    expect(ManagementApiError.from(cause).message).not.toContain('0900');
  });
});

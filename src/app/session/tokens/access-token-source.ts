import type { Observable } from 'rxjs';

/** Gives the access token of somebody, in whose name the Management API can be asked. */
export interface AccessTokenSource {
  /** Gives one token and completes, or fails with a `SessionError`. */
  accessToken(): Observable<string>;
}

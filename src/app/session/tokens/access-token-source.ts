import type { Observable } from 'rxjs';

/** Somebody in whose name the Management API can be asked. */
export interface AccessTokenSource {
  /** Emits one token and completes, or fails with a `SessionError`. */
  accessToken(): Observable<string>;
}

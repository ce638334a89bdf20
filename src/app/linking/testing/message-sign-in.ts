import { TestBed } from '@angular/core/testing';

import { PasswordlessSignIn } from '../../session/secondary/message/passwordless-sign-in';
import { MessageSignInStore } from '../secondary-sign-in/message-sign-in-store';

/** The store of a sign-in by message, before a tenant that answers like this. */
export function messageSignInStore(passwordless: object) {
  TestBed.configureTestingModule({
    providers: [MessageSignInStore, { provide: PasswordlessSignIn, useValue: passwordless }],
  });

  return TestBed.inject(MessageSignInStore);
}

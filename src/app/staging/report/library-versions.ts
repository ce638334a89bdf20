/** What this build is made of, as `package.json` says; a test keeps the two alike. */
export const libraryVersions = {
  ligature: '0.1.0',
  '@angular/core': '22.2.6',
  '@angular/material': '22.2.6',
  '@auth0/auth0-angular': '2.12.0',
  '@auth0/auth0-spa-js': '2.27.0',
  '@ngrx/signals': '22.0.1',
  'auth0-js': '10.2.1',
  rxjs: '7.8.2',
} as const;

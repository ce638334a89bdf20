import { json, type Reply } from '../protocol/reply.ts';

/** Answers `GET /user/ssodata`: the classic way to ask for a session, which says no (contract §4.5). */
export function ssoData(): Reply {
  return json(200, { sso: false });
}

/** Answers `GET /user/geoloc/country`: Lock reads the country code to preselect a prefix (contract §4.5). */
export function country(): Reply {
  return json(200, { countryCode: 'US', countryName: 'United States' });
}

/** Answers `POST …/challenge`: this tenant suspects nobody, so no form needs a captcha (contract §4.5). */
export function challenge(): Reply {
  return json(200, { required: false });
}

import { origin, type TestTenant } from './tenant.ts';

/** What a page of the workbench says. */
export async function pageText({ app }: TestTenant, path: string): Promise<string> {
  return (await app.request(`${origin}/_tenant/${path}`)).text();
}

/** Sends a form of the workbench as a browser does. */
export function submit(
  { app, state }: TestTenant,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = { origin },
): Promise<Response> {
  return Promise.resolve(
    app.request(`${origin}/_tenant/${path}`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ form_token: state.control.formToken, ...fields }),
    }),
  );
}

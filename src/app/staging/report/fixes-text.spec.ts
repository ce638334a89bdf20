import { allChecks } from '../checks/rules/all-checks';
import { judgeChecks } from '../checks/rules/standing';
import { give } from '../testing/broken-contexts';
import { contextWith, goodConfig } from '../testing/good-context';
import { fixesText } from './fixes-text';

describe('fixesText', () => {
  it('tells whoever owns the tenant what to set where, and nothing of tokens or people', async () => {
    const context = contextWith({
      silent: give({
        kind: 'answered',
        error: 'unauthorized_client',
        description: 'No: eyJhbGciOiJSUzI1NiJ9.e30.x',
      }),
      authorizeRedirects: give('redirected'),
      logoutRedirects: give('stayed'),
    });
    const results = await Promise.all(
      allChecks(goodConfig, []).map(async (check) => ({
        check,
        progress: { status: 'done', verdict: await check.run(context) } as const,
      })),
    );
    const text = fixesText(judgeChecks(results), goodConfig);

    expect(text).toContain('https://login.acme.example for the application spa');
    expect(text).toContain('1. The tenant refuses every request of this application');
    expect(text).toMatch(/2\. The logout URL is not allowed\n {3}Signing out does not lead back/);
    expect(text).toContain('https://manage.auth0.com/dashboard/eu/acme/applications/spa/settings');
    expect(text).toContain('   tenant.yaml:\n      allowed_logout_urls:');
    expect(text).not.toContain('eyJ');
  });
});

import { personal } from '../../trace/personal';
import { allDrills } from '../drills/catalogue/all-drills';
import type { DrillResult } from '../drills/judge/drill-result';
import { otherwise } from '../drills/judge/evidence';
import { goodConfig } from '../testing/good-context';
import { drillsReport } from './drills-report';
import { libraryVersions } from './library-versions';

const secrets = {
  id: '0123456789abcdef01234567',
  email: 'ada.lovelace@example.com',
  phone: '+15555550100',
  token: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl',
};

const [drill, ...others] = allDrills(goodConfig);

/** A drill that has failed, with what nobody else is to read in every place that it has for words. */
function failed(): readonly DrillResult[] {
  if (drill === undefined) throw new Error('there are drills');
  const { id, email, phone, token } = secrets;

  return [
    {
      drill: { ...drill, title: `<b>Link</b> & "unlink"` },
      progress: {
        status: 'done',
        outcome: {
          verdict: 'failed',
          evidence: [
            otherwise(`It was ${email}, ${phone}, auth0|${id} and ${token}.`, [
              { name: 'user_id', value: personal('id', `auth0|${id}`) },
              { name: 'e-mail', value: personal('email', email) },
            ]),
          ],
          shown: ['reviewing', 'forbidden'],
          atMs: 0,
          durationMs: 1200,
        },
      },
    },
    ...others.map((other) => ({ drill: other, progress: { status: 'notRun' } as const })),
  ];
}

const report = () =>
  drillsReport({ results: failed(), config: goodConfig, browser: 'A browser', at: new Date(0) });

describe('the report of drills', () => {
  it.each(['json', 'html'] as const)('holds nothing in its %s that says who it was', (form) => {
    for (const secret of Object.values(secrets)) expect(report()[form]).not.toContain(secret);
    expect(report()[form]).toContain('auth0|');
  });

  it('says of each drill how it ended, and why', () => {
    const { drills, counts } = JSON.parse(report().json) as {
      drills: { verdict: string; evidence: { found: string }[] }[];
      counts: object;
    };

    expect(counts).toEqual({
      total: others.length + 1,
      done: 1,
      passed: 0,
      failed: 1,
      inconclusive: 0,
    });
    expect(drills[0]?.evidence[0]?.found).toBe('otherwise');
    expect(drills[1]?.verdict).toBe('not run');
  });

  it('says at its head of which tenant and application it is, and how the drills ended in one line', () => {
    const page = new DOMParser().parseFromString(report().html, 'text/html');
    const head = [...page.querySelectorAll('body > p')].map(({ textContent }) => textContent);

    expect(head.slice(0, 2)).toEqual([
      `${others.length + 1} drills: 0 passed, 1 failed, ${others.length} not run`,
      `Tenant: login.acme.example (staging) · Application: Acme (spa) · Ligature ${libraryVersions.ligature}`,
    ]);
  });

  it('is a page without a script, and nothing in it becomes markup', () => {
    const page = new DOMParser().parseFromString(report().html, 'text/html');

    expect(page.querySelectorAll('script, link, img, b')).toHaveLength(0);
    expect(page.querySelector('section h2')?.textContent).toContain('<b>Link</b> & "unlink"');
    expect(page.querySelectorAll('section.failed li.otherwise')).toHaveLength(1);
  });
});

import { admitLock } from './lock-trust';

const settings = 'https://acme.example/client/abc.js';

interface Rules {
  createHTML(html: string): string;
  createScriptURL(url: string): string | null;
}

function rules(): Rules {
  const createPolicy = jest.fn();
  Object.assign(window, { trustedTypes: { createPolicy } });
  admitLock(settings);
  const [name, policy] = createPolicy.mock.lastCall as [string, Rules];
  expect(name).toBe('default');

  return policy;
}

afterEach(() => {
  Reflect.deleteProperty(window, 'trustedTypes');
});

describe('what Lock may write into its page', () => {
  it('is the script that tells it a client’s connections, at any time', () => {
    expect(rules().createScriptURL(`${settings}?t1795517746106`)).toBe(
      `${settings}?t1795517746106`,
    );
  });

  it.each([
    'https://cdn.auth0.com/js/lock/14.3.0/en.js',
    'https://acme.example/client/abc.js.evil',
    'https://acme.example/client/../v2/abc.js',
    'https://evil.example/client/abc.js',
    'data:text/javascript,alert(1)',
  ])('is no other script: %s', (url) => {
    expect(rules().createScriptURL(url)).toBeNull();
  });

  it('is styles and sentences as they are', () => {
    const css = '.a > .b { background: url("data:image/svg+xml;base64,PHN2Zz4=") }';

    expect(rules().createHTML(css)).toBe(css);
    expect(rules().createHTML('Wrong email or password.')).toBe('Wrong email or password.');
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<iframe srcdoc="<script>alert(1)</script>"',
  ])('is no markup: %s', (html) => {
    expect(rules().createHTML(html)).not.toContain('<');
  });

  it('is left to the policy of the page where the browser does not know Trusted Types', () => {
    expect(() => admitLock(settings)).not.toThrow();
  });
});

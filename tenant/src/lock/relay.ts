import { secretId } from '../protocol/random.ts';
import type { Reply } from '../protocol/reply.ts';
import { webOriginsOf } from '../state/config/client.ts';
import type { Exchange } from '../state/exchange.ts';
import { pageHeaders } from '../ui/layout.ts';

/**
 * Answers `GET /relay.html`: what old browsers need in a frame, because their popups cannot talk to their
 * opener. WinChan names the function (contract §4.5).
 */
export function relay({ state }: Exchange): Reply {
  const nonce = secretId();
  const ancestors = [...new Set([...state.config.clients.values()].flatMap(webOriginsOf))].join(
    ' ',
  );

  return {
    status: 200,
    headers: {
      ...pageHeaders,
      'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors ${ancestors}`,
    },
    body: `<!doctype html><title>Relay</title><script nonce="${nonce}">
window.doPost = (message, origin) => window.parent.postMessage(message, origin);
</script>`,
  };
}

import { nothingHere } from '../protocol/errors.ts';
import { pathParameter, type Reply } from '../protocol/http.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { html, type Html } from './html.ts';

const daySeconds = 86_400;
const silhouette = html`<circle cx="48" cy="38" r="17" /><path d="M12 96a36 34 0 0 1 72 0z" />`;

/**
 * Answers `GET /avatar/{hash}`: where Gravatar would look for somebody's picture. Nobody has one here, so it is the
 * two letters that the address falls back to, drawn on the spot: nothing is fetched from anywhere.
 */
export function avatar({ request }: Exchange): Reply {
  const hash = pathParameter(request, 'hash');
  if (!/^[0-9a-f]{32}$/.test(hash)) throw nothingHere(`/avatar/${hash}`);
  const letters = /\/avatars\/([a-z]{1,2})\.png$/.exec(request.query.get('d') ?? '')?.[1];
  const hue = Number.parseInt(hash.slice(0, 4), 16) % 360;

  return {
    status: 200,
    headers: {
      'content-type': 'image/svg+xml',
      'cache-control': `public, max-age=${daySeconds}`,
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
    },
    body: drawing(letters, hue).text,
  };
}

function drawing(letters: string | undefined, hue: number): Html {
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="480" height="480">
    <rect width="96" height="96" fill="hsl(${hue}, 42%, 34%)" />
    <g fill="#fff">
      ${
        letters === undefined
          ? silhouette
          : html`<text
              x="48"
              y="61"
              font-family="system-ui, sans-serif"
              font-size="37"
              font-weight="600"
              text-anchor="middle"
            >
              ${letters.toUpperCase()}
            </text>`
      }
    </g>
  </svg>`;
}

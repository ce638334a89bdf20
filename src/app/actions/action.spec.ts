import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { actions, selectorOf } from './action';

const application = join(__dirname, '..');

const written = readdirSync(application, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(html|ts)$/.test(file) && !/(^actions\/|\.spec\.ts$)/.test(file))
  .map((file) => readFileSync(join(application, file), 'utf8'));

const namesIn = (text: string) =>
  [...text.matchAll(/\sdata-action="([^"]*)"/g)].map(([, name]) => name);

describe('actions', () => {
  it('are what the controls of all templates say, each of them and no other', () => {
    const named = new Set(written.flatMap(namesIn));

    expect([...named].sort()).toEqual(Object.keys(actions).sort());
  });

  it('are written out in the templates, where they can be read', () => {
    expect(written.filter((text) => text.includes('attr.data-action'))).toEqual([]);
  });
});

describe('selectorOf', () => {
  it('finds a control by what it does, and by what it does that to', () => {
    const quoted = '"quoted\\';
    for (const target of ['google-oauth2', quoted]) {
      const link = document.createElement('a');
      link.dataset['action'] = 'open-link';
      link.dataset['target'] = target;
      document.body.append(link);
    }
    const found = (target?: string) =>
      [...document.querySelectorAll<HTMLElement>(selectorOf('open-link', target))].map(
        ({ dataset }) => dataset['target'],
      );

    expect(found()).toEqual(['google-oauth2', quoted]);
    expect(found('google-oauth2')).toEqual(['google-oauth2']);
    expect(found(quoted)).toEqual([quoted]);
    expect(document.querySelector(selectorOf('unlink'))).toBeNull();
  });
});

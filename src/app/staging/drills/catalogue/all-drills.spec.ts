import type { LigatureConfig } from '../../../config/ligature-config';
import { goodConfig } from '../../testing/good-context';
import { allDrills } from './all-drills';
import type { Drill, Who } from './drill';

const password = {
  name: 'Username-Password-Authentication',
  strategy: 'auth0',
  label: 'Password',
  transport: 'auto',
} as const;
const company = { name: 'acme', strategy: 'samlp', label: 'Acme', transport: 'auto' } as const;
const config: LigatureConfig = {
  ...goodConfig,
  connections: [...goodConfig.connections, company, password],
};
const idsOf = (drills: readonly Drill[]) => drills.map(({ id }) => id);
const drillCalled = (id: string, of = config) => allDrills(of).find((drill) => drill.id === id);

describe('the drills of a configuration', () => {
  it('have a link for each connection', () => {
    expect(idsOf(allDrills(config))).toEqual(
      expect.arrayContaining([
        'link-google-oauth2',
        'link-sms',
        'link-acme',
        'link-Username-Password-Authentication',
      ]),
    );
  });

  it('are each called by a name of their own', () => {
    const ids = idsOf(allDrills(config));

    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(allDrills(config).map((drill) => [drill.id, drill] as const))(
    '%s ends with a look at the accounts, and everybody in it has a part',
    (_id, { steps, participants }) => {
      const people = steps.flatMap(
        ({ who }: { readonly kind: string; readonly who?: Who }) => who ?? [],
      );

      expect(steps.at(-1)?.kind).toBe('check');
      expect(people.every((who) => participants[who] !== undefined)).toBe(true);
    },
  );

  it('keep a company’s account where the policy wants it kept', () => {
    expect(drillCalled('link-acme')?.steps).toContainEqual({ kind: 'keep', who: 'second' });
    expect(drillCalled('link-google-oauth2')?.steps).toContainEqual({ kind: 'keep', who: 'first' });
  });

  it('leave out what the policy does not allow', () => {
    const policy = {
      ...config.policy,
      allowSwap: false,
      allowUnlink: false,
      requireVerifiedEmail: false,
    };
    const strict = { ...config, policy };

    expect(drillCalled('swap', strict)).toBeUndefined();
    expect(drillCalled('unverified-email', strict)).toBeUndefined();
    expect(drillCalled('link-sms', strict)?.steps.map((step) => step.kind)).not.toContain('unlink');
  });

  it('are there, too, where there is one way in that opens a window', () => {
    expect(drillCalled('swap', goodConfig)?.connection.name).toBe('google-oauth2');
  });
});

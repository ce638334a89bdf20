import { noticeableSkewMs } from '../../../config/clock-skew';
import type { Check } from './check';
import { ok, warning, type Fact } from './verdict';

/** Three clocks: this device's, that of the server of this page, and the tenant's. */
export const clock = (): Check => ({
  id: 'clock',
  group: 'browser',
  title: $localize`Clocks`,
  why: $localize`Tokens are dated by the tenant and judged by the clock of this page's server. Two minutes apart, fresh sign-ins look old, or come from the future.`,
  async run({ clockSkewMs, tokens, renewal }) {
    const deviceOffSeconds = Math.round(Math.abs(clockSkewMs) / 1000);
    const renewed = (await tokens()) === undefined ? undefined : await renewal();
    const tenantOffSeconds =
      renewed?.kind === 'renewed' && renewed.issuedAtMs !== undefined
        ? Math.round(Math.abs(renewed.issuedAtMs - renewed.receivedAtMs - clockSkewMs) / 1000)
        : undefined;
    const facts: Fact[] = [
      { name: $localize`this device against this page's server, seconds`, value: deviceOffSeconds },
      {
        name: $localize`the tenant against this page's server, seconds`,
        value: tenantOffSeconds ?? $localize`cannot be seen: no token was renewed`,
      },
    ];
    const limitSeconds = noticeableSkewMs / 1000;
    if ((tenantOffSeconds ?? 0) >= limitSeconds) {
      return warning(
        $localize`The tenant's clock and that of this page's server are ${tenantOffSeconds ?? 0}:seconds: seconds apart.`,
        { setting: $localize`The server that this application comes from: time by NTP` },
        facts,
      );
    }
    if (deviceOffSeconds >= limitSeconds) {
      return warning(
        $localize`This device's clock is wrong by ${deviceOffSeconds}:seconds: seconds. It is allowed for.`,
        { setting: $localize`This device: set the time automatically` },
        facts,
      );
    }

    return ok($localize`The clocks agree, as far as they can be seen.`, facts);
  },
});

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
    const deviceOff = Math.round(Math.abs(clockSkewMs) / 1000);
    const renewed = (await tokens()) === undefined ? undefined : await renewal();
    const tenantOff =
      renewed?.kind === 'renewed' && renewed.issuedAtMs !== undefined
        ? Math.round(Math.abs(renewed.issuedAtMs - renewed.receivedAtMs - clockSkewMs) / 1000)
        : undefined;
    const facts: Fact[] = [
      { name: $localize`this device against this page's server, seconds`, value: deviceOff },
      {
        name: $localize`the tenant against this page's server, seconds`,
        value: tenantOff ?? $localize`cannot be seen: no token was renewed`,
      },
    ];
    const limit = noticeableSkewMs / 1000;
    if ((tenantOff ?? 0) >= limit) {
      return warning(
        $localize`The tenant's clock and that of this page's server are ${tenantOff ?? 0}:seconds: seconds apart.`,
        { setting: $localize`The server that this application comes from: time by NTP` },
        facts,
      );
    }
    if (deviceOff >= limit) {
      return warning(
        $localize`This device's clock is wrong by ${deviceOff}:seconds: seconds. It is allowed for.`,
        { setting: $localize`This device: set the time automatically` },
        facts,
      );
    }

    return ok($localize`The clocks agree, as far as they can be seen.`, facts);
  },
});

import { noticeableSkewMs } from '../../../config/clock-skew';
import type { Check } from './check';
import { ok, warning, type Fact } from './verdict';

/** Three clocks: this device's, that of the server of this page, and the tenant's. */
export const clock = (): Check => ({
  id: 'clock',
  group: 'browser',
  title: $localize`Clocks`,
  problem: $localize`The clocks differ`,
  why: $localize`The tenant dates tokens, and this page judges them by the clock of its server. If the two are minutes apart, new sign-ins look too old, or seem to come from the future.`,
  async run({ clockSkewMs, tokens, renewal }) {
    const deviceOffSeconds = Math.round(Math.abs(clockSkewMs) / 1000);
    const renewed = (await tokens()) === undefined ? undefined : await renewal();
    const tenantOffSeconds =
      renewed?.kind === 'renewed' && renewed.issuedAtMs !== undefined
        ? Math.round(Math.abs(renewed.issuedAtMs - renewed.receivedAtMs - clockSkewMs) / 1000)
        : undefined;
    const facts: Fact[] = [
      {
        name: $localize`this device's clock against the server's, in seconds`,
        value: deviceOffSeconds,
      },
      {
        name: $localize`the tenant's clock against the server's, in seconds`,
        value: tenantOffSeconds ?? $localize`not known: no token was renewed`,
      },
    ];
    const limitSeconds = noticeableSkewMs / 1000;
    if ((tenantOffSeconds ?? 0) >= limitSeconds) {
      return warning(
        $localize`The tenant's clock and the clock of this page's server are ${tenantOffSeconds ?? 0}:seconds: seconds apart.`,
        { setting: $localize`On the server of this application: set the time by NTP` },
        facts,
      );
    }
    if (deviceOffSeconds >= limitSeconds) {
      return warning(
        $localize`This device's clock is wrong by ${deviceOffSeconds}:seconds: seconds. The application allows for that.`,
        { setting: $localize`On this device: set the time automatically` },
        facts,
      );
    }

    return ok($localize`The clocks agree, as far as they can be seen.`, facts);
  },
});

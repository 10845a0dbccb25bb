import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

/** From when on a certificate that is in order is shown as ending soon. */
export const certificateWarning: readonly DatedRule[] = [
  { ...byPlatform('certificate.warn-days', 30), id: 'dated-certificate-warn', validFrom: '2000-01-01T00:00:00+08:00' },
];

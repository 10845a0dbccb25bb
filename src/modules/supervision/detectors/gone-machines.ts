import { Injectable } from '@nestjs/common';
import type { Finding } from '../../../domain/violations/finding';
import { DAY, HOUR, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Detector } from './detector';
import { goneMachines, type GoneMachine } from './views/gone-machines.view';

/**
 * 报废、丢失设备再次出现: its code is scanned, its chip speaks, or its number is registered anew. A clue for an official:
 * whoever has it now may have bought it in good faith, and makers number anew for each model.
 */
@Injectable()
export class GoneMachines implements Detector {
  readonly name = 'gone-machines';

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    return (await goneMachines(tx, at - HOUR, at - DAY, at)).map(findingOf);
  }
}

const findingOf = ({ machineId, status, sign, regionCode, lat, lng, seenAt, foundCode }: GoneMachine): Finding => ({
  kind: 'unregistered-machine',
  facet: `gone-${sign}`,
  source: 'detector',
  certainty: 'provisional',
  machineId,
  regionCode,
  lat,
  lng,
  foundAt: seenAt,
  evidence: { reason: status, goneSign: sign, seenAt, ...(foundCode !== null && { newCode: foundCode }) },
});

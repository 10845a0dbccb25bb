import { Injectable } from '@nestjs/common';
import type { Finding } from '../../../domain/violations/finding';
import type { ViolationKind } from '../../../domain/violations/violation-kinds';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { PermitsReader, type TimedSuspension } from '../../permits/permits.reader';
import type { Detector } from './detector';

const KIND: Readonly<Record<TimedSuspension, ViolationKind>> = {
  'watcher-silent': 'fire-watch-absent',
  'gas-test-missed': 'gas-test-missed',
};

/** 监护人不在岗, 未按规定进行气体检测: time took the permission away because somebody did not do what the work asks for. */
@Injectable()
export class TimedSuspensions implements Detector {
  readonly name = 'timed-suspensions';

  constructor(private readonly permits: PermitsReader) {}

  async find(tx: Tx, _at: Instant): Promise<Finding[]> {
    const suspended = await this.permits.suspendedByTimer(tx);
    return suspended.map(({ id, at, reason }) => ({
      kind: KIND[reason],
      source: 'detector',
      certainty: 'confirmed',
      permitId: id,
      foundAt: at,
      evidence: { reason, suspendedAt: at },
    }));
  }
}

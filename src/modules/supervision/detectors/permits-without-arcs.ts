import { Injectable } from '@nestjs/common';
import {
  settledBefore,
  workedWithoutArcs,
  type WithoutArcsRule,
} from '../../../domain/violations/suspicions/permit-without-arcs';
import type { Finding } from '../../../domain/violations/finding';
import { DAY, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../../rules/rules.reader';
import type { Detector } from './detector';
import { endedPermits, suspicionsWithArc, type EndedPermit } from './views/permits-without-arcs.view';

/** Long enough that a platform that was away for two nights misses nothing. */
const LOOK_BACK_MS = 3 * DAY;

/** 有票无弧: work was permitted, begun and ended, and no chip of its machines saw an arc. Once for each permit. */
@Injectable()
export class PermitsWithoutArcs implements Detector {
  readonly name = 'permits-without-arcs';

  constructor(private readonly rules: RulesReader) {}

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const rule = this.rules.book().value<WithoutArcsRule>('supervision.permit-without-arcs', {}, at);
    const settled = settledBefore(rule, at);
    const permits = await endedPermits(tx, settled - LOOK_BACK_MS, settled);
    return permits.filter((permit) => workedWithoutArcs(permit, rule)).map(findingOf);
  }

  /** What a chip held back came in after all. */
  async explained(tx: Tx): Promise<string[]> {
    return (await suspicionsWithArc(tx)).map(({ id }) => id);
  }
}

/** It names no machine: that none of the named ones burned is all that is known. */
const findingOf = ({ id, regionCode, closedAt }: EndedPermit): Finding => ({
  kind: 'off-platform',
  source: 'detector',
  certainty: 'provisional',
  permitId: id,
  regionCode,
  foundAt: closedAt,
  evidence: { reason: 'permit-without-arcs', closedAt },
});

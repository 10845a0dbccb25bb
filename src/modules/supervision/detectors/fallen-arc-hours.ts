import { Injectable } from '@nestjs/common';
import { arcHoursFell, fallenSince, type FallenRule } from '../../../domain/violations/suspicions/arc-hours-fell';
import type { Finding } from '../../../domain/violations/finding';
import { shanghaiDate, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../../rules/rules.reader';
import type { Detector } from './detector';
import { machineHours, suspectHours, type MachineHours, type SuspectHours } from './views/fallen-arc-hours.view';

const FACET = 'arc-hours-fell';

/**
 * 设备疑似改装: a machine burns far less than it did, while its enterprise goes on under permits: its arc may bypass the
 * chip. A day's change says nothing, so all machines are looked at once a day.
 */
@Injectable()
export class FallenArcHours implements Detector {
  readonly name = 'fallen-arc-hours';
  private lookedOn = '';

  constructor(private readonly rules: RulesReader) {}

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const today = shanghaiDate(at);
    if (this.lookedOn === today) return [];
    const rule = this.ruleAt(at);
    const machines = await machineHours(tx, FACET, fallenSince(rule, at), at);
    this.lookedOn = today;
    return machines.filter((one) => arcHoursFell(one, rule)).map((one) => findingOf(one, at));
  }

  /** It burns as it did, or it is out of service and cannot. */
  async explained(tx: Tx, at: Instant): Promise<string[]> {
    const rule = this.ruleAt(at);
    const suspects = await suspectHours(tx, FACET, fallenSince(rule, at), at);
    const stands = ({ inService, ...hours }: SuspectHours): boolean =>
      inService && arcHoursFell(hours, { ...rule, leastHours: 0 });
    return suspects.filter((one) => !stands(one)).map(({ id }) => id);
  }

  private ruleAt(at: Instant): FallenRule {
    return this.rules.book().value<FallenRule>('supervision.arc-hours-fell', {}, at);
  }
}

const findingOf = ({ id, chipNo, recent, before }: MachineHours, at: Instant): Finding => ({
  kind: 'modified-machine',
  facet: FACET,
  source: 'detector',
  certainty: 'provisional',
  machineId: id,
  chipNo,
  foundAt: at,
  evidence: { reason: FACET, hoursBefore: before, hoursRecent: recent },
});

import { Injectable } from '@nestjs/common';
import { meaningOf, type ChipFault } from '../../domain/violations/chip-faults';
import type { Finding } from '../../domain/violations/finding';
import type { Instant } from '../../kernel/time';
import { Journal, type DomainEvent } from '../../platform/audit/journal';
import type { Tx } from '../../platform/database/unit-of-work';
import { DETECTOR } from './detector-actor';
import { RaiseViolation } from './raise-violation';
import { SubjectsView } from './subjects.view';

/** A fault of a chip, told by its messages (with the message's number), by its sessions or by its silence. */
export interface ToldFault {
  readonly chipNo: string;
  readonly machineId: string | null;
  readonly reason: ChipFault;
  readonly at: Instant;
  readonly boot?: number;
  readonly seq?: number;
  readonly currentA?: number;
  /** The job that runs without word of its chip. */
  readonly jobId?: string | null;
  /** The last word before a silence. */
  readonly heardAt?: Instant;
}

/** What chips' behaviour means for violations: once per cause, and for silence an event of its own. */
@Injectable()
export class RaiseChipSignals {
  constructor(
    private readonly raise: RaiseViolation,
    private readonly subjects: SubjectsView,
    private readonly journal: Journal,
  ) {}

  async execute(tx: Tx, signals: readonly ToldFault[], at: Instant): Promise<void> {
    if (signals.length === 0) return;
    await this.raise.all(tx, DETECTOR, signals.map(toFinding), at);
    const silent = signals.filter(({ reason }) => reason === 'silent');
    if (silent.length > 0) await this.tellSilence(tx, silent, at);
  }

  private async tellSilence(tx: Tx, silent: readonly ToldFault[], at: Instant): Promise<void> {
    const places = await this.subjects.load(tx, silent.map(toFinding));
    const events = silent.map(({ chipNo, jobId }, i): DomainEvent => {
      const { machineId, regionCode, enterpriseId } = places[i]!;
      return {
        type: 'chip.silent',
        entity: 'chip',
        entityId: chipNo,
        regionCode,
        enterpriseIds: enterpriseId ? [enterpriseId] : [],
        data: { chipNo, machineId, jobId: jobId ?? null },
      };
    });
    this.journal.record(tx, DETECTOR, at, [], events);
  }
}

function toFinding({ chipNo, machineId, jobId, reason, at, boot, seq, currentA, heardAt }: ToldFault): Finding {
  const { kind, certainty } = meaningOf(reason);
  return {
    kind,
    certainty,
    source: 'detector',
    chipNo,
    machineId,
    jobId: jobId ?? null,
    foundAt: at,
    evidence: {
      reason,
      ...(boot === undefined ? {} : { boot }),
      ...(seq === undefined ? {} : { seq }),
      ...(currentA === undefined ? {} : { currentA }),
      ...(heardAt === undefined ? {} : { heardAt }),
    },
  };
}

import type { Arc, OfflineUnlock } from '../../../../src/domain/arcs/arc';
import { NO_NEIGHBOURS } from '../../../../src/domain/arcs/boot-bounds';
import { buildArcs } from '../../../../src/domain/arcs/build-arcs';
import type { CoveringJob } from '../../../../src/domain/arcs/arc-facts';
import type { Verdict } from '../../../../src/domain/arcs/judge-arc';
import { judgeWithinBounds } from '../../../../src/domain/arcs/judge-within-bounds';
import type { Certificate } from '../../../../src/domain/certificates/certificate';
import { typedInTime } from '../../../../src/domain/jobs/offline-window';
import { DAY, HOUR, SECOND, type Instant } from '../../../../src/kernel/time';
import { boundBoots } from '../../../../src/modules/telemetry/bound-boots';
import type { Birth, Events } from '../../../../src/modules/telemetry/chip-message';
import { continueStarts, endsOf } from '../../../../src/modules/telemetry/continue-starts';
import { timesOf } from '../../../../src/modules/telemetry/fold-arcs';
import type { ChipState, KnownBoot, KnownChip } from '../../../../src/modules/telemetry/known-chip';
import { evidenceIn, type OutletEvidence } from '../../../../src/modules/telemetry/outlet-evidence';
import { placeMessages } from '../../../../src/modules/telemetry/place-messages';
import { numbered, refineClocks, takeIn } from '../../../../src/modules/telemetry/take-in';
import { CHIP, type Batch } from './chip-by-another-hand';
import type { History } from './truth';

const certificate = (at: Instant): Certificate => ({
  ...{ id: 'C', kind: 'special-operation', operations: ['fusion'], status: 'verified', reviewDueAt: null, revokedAt: null },
  ...{ validFrom: at - 365 * DAY, validTo: at + 365 * DAY },
}); // prettier-ignore

/** The steps of ingest from placing to judging, without a database: what it keeps in rows, this keeps in memory. */
export class PurePlatform {
  private readonly boots = new Map<number, KnownBoot>();
  private readonly evidence: OutletEvidence[] = [];
  private readonly jobs = new Map<string, CoveringJob>();
  private readonly typed = new Map<number, number>();
  private latest = 0;

  constructor(private readonly history: History) {
    for (const { id, boot, from, to } of history.jobs) this.jobs.set(id, this.job(id, boot, null, from, to));
  }

  take(batch: Batch): void {
    for (const message of batch) if (message.type === 'birth' || message.type === 'events') this.know(message);
    this.latest = Math.max(this.latest, ...this.boots.keys());
    const chips = new Map([[CHIP, this.chip()]]);
    const { messages, starts } = continueStarts(chips, batch);
    refineClocks(chips, messages);
    boundBoots(chips);
    const fresh = takeIn(chips, messages.flatMap((one) => numbered(one) ?? []), new Map()); // prettier-ignore
    const { samples, events } = placeMessages(fresh);
    this.evidence.push(...evidenceIn(samples, events), ...endsOf(starts));
    for (const { boot, at, event } of events) if (event.kind === 'offline-unlock') this.unlock(boot, at, event.up);
    for (const boot of this.boots.values()) this.typedBefore(boot);
  }

  /** Every arc with its verdicts, by boot and beginning. */
  judge(): { readonly arc: Arc; readonly verdicts: Verdict[] }[] {
    boundBoots(new Map([[CHIP, this.chip()]]));
    return [...this.boots.values()].flatMap((boot) => {
      const said = this.evidence.filter((one) => one.boot === boot.boot).map(({ evidence }) => evidence);
      return buildArcs([], said).map((shape, n) => {
        const { startedAt, lastSeenAt, earliestAt } = timesOf(shape, boot);
        const arc: Arc = {
          ...{
            id: `${boot.boot}-${n}`,
            chipNo: CHIP,
            machineId: 'M',
            boot: boot.boot,
            outlet: 1,
            startUp: shape.startUp,
          },
          ...{ startedAt, earliestAt, lastSeenAt, endedAt: shape.ended ? lastSeenAt : null },
          ...{ arcMs: shape.arcMs, peakA: 0, claimedJobId: shape.jobId, sampleMs: shape.sampleMs },
        };
        const facts = { arc, registration: 'registered', jobs: [...this.jobs.values()], operation: 'fusion' } as const;
        return {
          arc,
          verdicts: judgeWithinBounds({ ...facts, leastGraceMs: 2 * SECOND, stopGraceMs: 0, outletsApart: false }),
        };
      });
    });
  }

  /** A code that was told of before it was known when its boot was. */
  private typedBefore({ boot, bounds, clock }: KnownBoot): void {
    const up = this.typed.get(boot);
    const code = this.history.codes.find((one) => one.boot === boot);
    const began = bounds?.latest ?? (clock?.born ? clock.epoch : undefined);
    if (began === undefined || up === undefined || !code || this.jobs.has(code.jobId)) return;
    this.unlock(boot, began + up, up);
  }

  private unlock(bootNo: number, at: Instant, up: number): void {
    this.typed.set(bootNo, up);
    const boot = this.boots.get(bootNo)!;
    const code = this.history.codes.find((one) => one.boot === bootNo)!;
    const possible = boot.possible && { earliest: boot.possible.earliest + up, latest: boot.possible.latest + up };
    const unlock: Pick<OfflineUnlock, 'at' | 'clocked' | 'possible'> = { at, clocked: boot.bounds === null, possible };
    const typed = typedInTime(code, unlock);
    if (!typed) return;
    const to = typed.latest + code.hours * HOUR;
    this.jobs.set(code.jobId, this.job(code.jobId, bootNo, up, typed.latest, to));
    if (!possible || boot.clock === null) return;
    const epoch = Math.min(boot.clock.epoch, typed.latest - up);
    const notBefore = Math.max(boot.notBefore ?? -Infinity, typed.earliest - up);
    this.boots.set(bootNo, { ...boot, notBefore, clock: { ...boot.clock, epoch } });
  }

  private know({ boot }: Birth | Events): void {
    if (this.boots.has(boot)) return;
    this.boots.set(boot, {
      ...{ chipNo: CHIP, boot, stored: [], clock: null, lastUp: -1, claimed: null, maxUp: -1, birthUp: null },
      ...{ offset: 0, offsetFrom: 0, notBefore: null, clockWrong: false, around: NO_NEIGHBOURS },
      ...{ possible: null, bounds: null, distrusted: false },
    });
  }

  private chip(): KnownChip {
    const state = { chipNo: CHIP, boot: this.latest } as ChipState;
    return { state, boots: this.boots, bindings: [] };
  }

  private job(id: string, boot: number, up: number | null, from: Instant, to: Instant): CoveringJob {
    return {
      ...{ id, outlet: 1, state: 'stopped', welderId: 'W', from, to, endedByTime: true },
      unlocked: { chipNo: CHIP, boot, up },
      authority: { kind: 'permit', id: 'P', from: from - DAY, to: to + DAY },
      certificates: [certificate(from)],
    };
  }
}

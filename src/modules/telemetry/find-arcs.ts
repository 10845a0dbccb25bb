import { Injectable } from '@nestjs/common';
import { invalid, notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { type Instant, isoTime, isoTimeOrNull } from '../../kernel/time';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toPage } from '../../platform/http/page';
import { samplesKeptMs } from '../../domain/jobs/chip-limits';
import { RegistryReader } from '../registry/registry.reader';
import { RulesReader } from '../rules/rules.reader';
import type { ArcPage, ArcPageQuery, ArcView } from './telemetry.dto';
import { TelemetryReader, type ListedArc } from './telemetry.reader';

@Injectable()
export class FindArcs {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: RegistryReader,
    private readonly telemetry: TelemetryReader,
    private readonly rules: RulesReader,
  ) {}

  /** Of a machine within the caller's scope, the latest first. */
  execute({ caller, at }: Request, machineId: string, query: ArcPageQuery): Promise<Result<ArcPage, Refusal>> {
    const { jobId, from, to, cursor, limit } = query;
    const after = cursor === undefined ? null : readCursor(cursor);
    if (after === undefined) return Promise.resolve(refused(WRONG_CURSOR));
    const keptSince = at - samplesKeptMs(this.rules.book(), at);
    return this.uow.run(caller.scope, async (tx) => {
      if (!(await this.registry.machineById(tx, machineId))) return refused(notFound('machine.not-found'));
      const rows = await this.telemetry.arcs(tx, {
        machineId,
        jobId,
        from: instant(from),
        to: instant(to),
        after,
        limit,
      });
      const page = toPage(rows, limit, (arc) => `${Math.round(arc.startedAt)}_${arc.id}`);
      return ok({ ...page, items: page.items.map((arc) => toView(arc, keptSince)) });
    });
  }
}

const WRONG_CURSOR = invalid('request.invalid', { errors: [{ path: 'cursor', code: 'field.format' }] });

/** Beginning and id of the last arc of the page before; undefined: none of ours. */
function readCursor(cursor: string): { startedAt: Instant; id: string } | undefined {
  const [, startedAt, id] = /^(\d{1,15})_([0-9A-Z]{26})$/.exec(cursor) ?? [];
  return startedAt && id ? { startedAt: Number(startedAt), id } : undefined;
}

const instant = (text: string | undefined): Instant | null => (text === undefined ? null : Date.parse(text));

const toView = (arc: ListedArc, keptSince: Instant): ArcView => ({
  ...arc,
  samplesKept: arc.lastSeenAt >= keptSince,
  startedAt: isoTime(arc.startedAt),
  earliestAt: isoTimeOrNull(arc.earliestAt),
  endedAt: isoTimeOrNull(arc.endedAt),
  lastSeenAt: isoTime(arc.lastSeenAt),
  verdicts: [...arc.verdicts],
});

import { Injectable } from '@nestjs/common';
import { mayAccept } from '../../../domain/data-quality/quality-kinds';
import { qualityLimits } from '../../../domain/data-quality/quality-limits';
import { conflict, forbidden, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { QualityAcceptanceRow } from '../../../schema/inventory/quality-acceptance.row';
import { RulesReader } from '../../rules/rules.reader';
import { reachOf } from '../reach';
import { gridWorkerOf } from './find-findings';
import type { AcceptFindingRequest } from './quality.dto';
import { findingOf } from './quality.view';

/** 接受并说明理由: somebody answers for a finding as its facts stand now. */
@Injectable()
export class AcceptFinding {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute({ caller, at }: Request, body: AcceptFindingRequest): Promise<Result<null, Refusal>> {
    const reach = reachOf(caller, null);
    if (!reach.ok) return reach;
    const { kind, subjectId } = body;
    if (!mayAccept(caller, kind)) return refused(forbidden('quality.not-yours'));
    const gridWorker = gridWorkerOf(caller);
    const limits = qualityLimits(this.rules.book(), at);
    const asked = { reach: reach.value, kinds: [kind], today: shanghaiDate(at), gridWorker, accepted: false, limits };
    return this.uow.attempt(systemScope('accept-finding'), async (tx) => {
      const finding = await findingOf(tx, asked, kind, subjectId);
      if (!finding) return refused(notFound('quality.finding-gone'));
      const { regionCode } = finding;
      const facts = finding.facts ?? '';
      const reason = body.reason.trim();
      const acceptance = { id: this.ids.next(at), kind, subjectId, facts, reason, regionCode, acceptedBy: caller.userId };
      if (!(await tx.rows(QualityAcceptanceRow).insertNew({ ...acceptance, acceptedAt: at })))
        return refused(conflict('quality.accepted-already'));
      this.journal.record(tx, caller, at, [
        { action: 'quality.accepted', entity: kind.split('-')[0]!, entityId: subjectId, regionCode, after: { kind, facts, reason } },
      ]);
      return ok(null);
    });
  }
} // prettier-ignore

import { Injectable } from '@nestjs/common';
import { replay } from '../../../domain/authorization/replay';
import type { RuleVersion } from '../../../domain/rules/rule-book';
import type { Call, Request } from '../../../platform/auth/request';
import { entriesWithBlocks } from '../../../platform/audit/entry-proofs';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { FileStore, type StoredFile } from '../../../platform/files/file-store';
import { RulesReader } from '../../rules/rules.reader';
import type { ViolationArc } from '../../supervision/case-parts.dto';
import { ViolationDetails } from '../../supervision/violation-detail.view';
import type { ViolationDetail } from '../../supervision/violation.dto';
import { CaseDocumentStore } from '../documents/case-document.store';
import { KeptDecisions, type DecisionOnRecord } from '../kept-decisions.view';
import { jobsOf, workOf } from '../work-of-case';
import { Curves } from './curves.view';
import type { PackContent, PackedArc } from './pack-content';

/** Reads together what a pack is made of: under the caller's own eyes, but for the audit trail, which has no policy. */
@Injectable()
export class GatherPack {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly details: ViolationDetails,
    private readonly curves: Curves,
    private readonly kept: KeptDecisions,
    private readonly rules: RulesReader,
    private readonly files: FileStore,
    private readonly documents: CaseDocumentStore,
  ) {}

  /** Null where the caller does not see the case. */
  async gather(request: Request, id: string): Promise<PackContent | null> {
    const seen = await this.uow.run(request.caller.scope, (tx) => this.seenBy({ ...request, tx }, id));
    if (!seen) return null;
    const jobs = jobsOf(seen.found).map((jobId) => ({ entity: 'job', id: jobId }));
    const trail = await this.uow.run(systemScope('evidence-pack'), (tx) =>
      entriesWithBlocks(tx, [{ entity: 'violation', id }, ...jobs]),
    );
    return { ...seen, trail };
  }

  private async seenBy(call: Call, id: string): Promise<Omit<PackContent, 'trail'> | null> {
    const found = await this.details.find(call, id);
    if (!found) return null;
    const decisions = await this.kept.ofCase(call.tx, workOf(found));
    const rules = await this.rulesOf(call.tx, decisions);
    return {
      found,
      arcs: await this.arcsOf(call.tx, found.arcs),
      decisions: decisions.map((one) => ({ ...one, replay: replay(one, rules.get(one.ruleVersion) ?? []) })),
      rules,
      ...(await this.photosOf(call.tx, found)),
      documents: await this.documents.ofCase(call.tx, id),
    };
  }

  private async arcsOf(tx: Tx, arcs: readonly ViolationArc[]): Promise<PackedArc[]> {
    const verdicts = await this.curves.verdictsOf(tx, arcs.map(({ id }) => id)); // prettier-ignore
    const packed: PackedArc[] = [];
    for (const arc of arcs)
      packed.push({
        arc,
        verdicts: verdicts.filter(({ arcId }) => arcId === arc.id),
        curve: await this.curves.of(tx, arc.id),
      });
    return packed;
  }

  private async rulesOf(tx: Tx, decisions: readonly DecisionOnRecord[]): Promise<Map<string, RuleVersion[]>> {
    const rules = new Map<string, RuleVersion[]>();
    for (const { ruleVersion } of decisions)
      if (!rules.has(ruleVersion)) rules.set(ruleVersion, await this.rules.versionsAsOf(tx, ruleVersion));
    return rules;
  }

  private async photosOf(tx: Tx, found: ViolationDetail): Promise<Pick<PackContent, 'photos' | 'photosGone'>> {
    const [photos, photosGone]: [StoredFile[], string[]] = [[], []];
    for (const id of photosNamed(found)) {
      const photo = await this.files.read(tx, id);
      if (photo) photos.push(photo);
      else photosGone.push(id);
    }
    return { photos, photosGone };
  }
}

const photosNamed = ({ photoIds, history, stopOrder }: ViolationDetail): string[] => [
  ...new Set([...photoIds, ...history.flatMap((line) => line.photoIds), ...(stopOrder?.photoId ? [stopOrder.photoId] : [])]),
]; // prettier-ignore

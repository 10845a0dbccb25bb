import { Injectable } from '@nestjs/common';
import { isTakenIn, maySend } from '../../../domain/exchange/exchange-kinds';
import { mapIn } from '../../../domain/exchange/map-record';
import { mappingOn, type Mapping } from '../../../domain/exchange/mapping';
import { judgeVersion } from '../../../domain/exchange/version';
import { canonicalJson } from '../../../kernel/canonical-json';
import { isWithin } from '../../../kernel/region-code';
import { shanghaiDate, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import { systemActor } from '../../../platform/auth/caller';
import { Sealer } from '../../../platform/database/sealer';
import { systemScope } from '../../../platform/database/scope';
import { violatedConstraint } from '../../../platform/database/unique-violation';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { mappingsOf, PartnerStore, type Partner } from '../partners/partner.store';
import { JudgeRecord, refusal, type Judgement } from './judge-record';
import type { BatchVerdict, ItemVerdict, OfferedBatch, OfferedItem } from './take.dto';
import { TakenStore, type Taken } from './taken.store';

export const TAKEN_RECORD = 'exchange.taken';
const TAKING = systemScope('exchange-take');

/** What another platform sends, one by one: each has a verdict of its own, and one that fails holds up no other. */
@Injectable()
export class TakeBatch {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly partners: PartnerStore,
    private readonly taken: TakenStore,
    private readonly judge: JudgeRecord,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
  ) {}

  async execute(partner: Partner, { items, preview = false }: OfferedBatch, at: Instant): Promise<BatchVerdict> {
    const mappings = mappingsOf(await this.uow.run(TAKING, (tx) => this.partners.mappings(tx, partner.id)));
    const verdicts: ItemVerdict[] = [];
    for (const item of items) {
      const mapping = mappingOn(mappings, item.kind, shanghaiDate(at));
      verdicts.push(await this.one(partner, item, mapping, { at, preview }));
    }
    return { items: verdicts };
  }

  private async one(partner: Partner, item: OfferedItem, mapping: Mapping | null, how: How): Promise<ItemVerdict> {
    try {
      return await this.uow.run(TAKING, (tx) => this.take(tx, partner, item, mapping, how));
    } catch (fault) {
      if (violatedConstraint(fault) === null) throw fault;
      return verdictOf(item, refusal('import.taken'), null, mapping); // somebody registered it just then
    }
  }

  private async take(tx: Tx, partner: Partner, item: OfferedItem, mapping: Mapping | null, how: How): Promise<ItemVerdict> {
    const { kind, id, version, op } = item;
    const hash = this.sealer.fingerprint(TAKEN_RECORD, canonicalJson([item.op, item.region, item.day, item.record]));
    const seen = await this.taken.lock(tx, partner.id, kind, id);
    const finding = judgeVersion(seen, { version, hash });
    if (finding === 'same') return { ...verdictOf(item, seen as Judgement & Taken, version, mapping), verdict: 'same' };
    if (finding !== 'new') return { ...verdictOf(item, refusal(`exchange.version-${finding}`), seen!.version, mapping), verdict: 'stale' };
    if (op === 'withdraw') return this.withdraw(tx, partner, item, how);
    const judgement = await this.judged(tx, partner, item, mapping, seen, how);
    if (judgement.verdict !== 'refused' && !how.preview) await this.keep(tx, partner, item, { judgement, hash, at: how.at });
    return verdictOf(item, judgement, judgement.verdict === 'refused' ? (seen?.version ?? null) : version, mapping);
  } // prettier-ignore

  private async judged(
    tx: Tx,
    partner: Partner,
    item: OfferedItem,
    mapping: Mapping | null,
    seen: Taken | null,
    how: How,
  ): Promise<Judgement> {
    const { kind, record } = item;
    if (!isTakenIn(kind) || !maySend(partner.kind, kind)) return refusal('exchange.kind-not-taken');
    if (!isWithin(item.region, partner.regionCode)) return refusal('exchange.region-not-theirs');
    if (mapping === null) return refusal('exchange.mapping-missing');
    if (record === undefined) return refusal('exchange.record-missing');
    const mapped = mapIn(mapping, record);
    if (!mapped.ok) return { ...refusal(mapped.refusal.code), field: mapped.refusal.name };
    if (seen?.entityId != null && kind !== 'certificate')
      return this.judge.compared(tx, partner, kind, mapped.value, { entityId: seen.entityId, verdict: null });
    return this.judge.execute(tx, partner, kind, mapped.value, how);
  }

  private async keep(tx: Tx, partner: Partner, item: OfferedItem, now: Kept): Promise<void> {
    const { judgement, hash, at } = now;
    const waits = judgement.verdict === 'waiting';
    await this.taken.keep(tx, {
      ...{ partnerId: partner.id, kind: item.kind, theirId: item.id, version: item.version, hash },
      ...{ regionCode: item.region, day: item.day, entityId: judgement.entityId, verdict: judgement.verdict },
      ...{ code: judgement.code, differing: [...judgement.differing], takenAt: at },
      recordSealed: waits ? this.sealer.seal(TAKEN_RECORD, JSON.stringify(item.record)) : null,
    });
    const entry = { action: `exchange.${judgement.verdict}`, entity: 'exchange-partner', entityId: partner.id };
    const after = { kind: item.kind, theirId: item.id, version: item.version, entityId: judgement.entityId };
    this.journal.record(tx, systemActor('exchange'), at, [{ ...entry, regionCode: partner.regionCode, after }]);
  }

  /** The sender holds it no longer. What the register took from it stays: somebody here answers for that. */
  private async withdraw(tx: Tx, partner: Partner, item: OfferedItem, { at, preview }: How): Promise<ItemVerdict> {
    const { kind, id, version } = item;
    if (!preview) {
      await this.taken.drop(tx, partner.id, kind, id);
      const entry = { action: 'exchange.withdrawn', entity: 'exchange-partner', entityId: partner.id };
      const after = { kind, theirId: id, version };
      this.journal.record(tx, systemActor('exchange'), at, [{ ...entry, regionCode: partner.regionCode, after }]);
    }
    return { kind, id, version, verdict: 'taken', code: null, field: null, held: null };
  }
}

interface How {
  readonly at: Instant;
  readonly preview: boolean;
}

interface Kept {
  readonly judgement: Judgement;
  readonly hash: string;
  readonly at: Instant;
}

/** A field is named as the sender calls it. */
const verdictOf = (
  { kind, id, version }: OfferedItem,
  { verdict, code, field }: Pick<Judgement, 'verdict' | 'code'> & { readonly field?: string | null },
  held: number | null,
  mapping: Mapping | null,
): ItemVerdict => ({
  ...{ kind, id, version, verdict, code, held },
  field: mapping?.fields.find((row) => row.field === field)?.name ?? field ?? null,
});

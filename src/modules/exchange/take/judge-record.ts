import { Injectable } from '@nestjs/common';
import { differingFields } from '../../../domain/exchange/conflict';
import type { KindTakenIn } from '../../../domain/exchange/exchange-kinds';
import type { Plain } from '../../../domain/exchange/formats';
import type { ImportKind, RowVerdict } from '../../../domain/imports/import';
import type { Instant } from '../../../kernel/time';
import { systemActor } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { ImportCall } from '../../imports/kinds/kind-import';
import { Kinds } from '../../imports/kinds/kinds';
import type { Partner } from '../partners/partner.store';
import { OurRecords } from '../records/our-records';
import { readValues } from './read-values';

const AS_A_LIST: Readonly<Record<KindTakenIn, ImportKind>> = {
  enterprise: 'enterprises',
  welder: 'welders',
  certificate: 'certificates',
  machine: 'machines',
};

/** What the register says to a registration of another platform. `field`: by our name. */
export interface Judgement {
  readonly verdict: 'taken' | 'waiting' | 'refused';
  readonly code: string | null;
  readonly field: string | null;
  readonly entityId: string | null;
  readonly differing: readonly string[];
}

export const refusal = (code: string, field: string | null = null): Judgement => ({
  ...{ verdict: 'refused', code, field, entityId: null, differing: [] },
});

/** Judged and brought in as a row of a list would be. What the register holds already is compared, never overwritten. */
@Injectable()
export class JudgeRecord {
  constructor(
    private readonly kinds: Kinds,
    private readonly records: OurRecords,
  ) {}

  async execute(
    tx: Tx,
    partner: Partner,
    kind: KindTakenIn,
    record: Readonly<Record<string, Plain>>,
    { at, preview }: { readonly at: Instant; readonly preview: boolean },
  ): Promise<Judgement> {
    const how = this.kinds.of(AS_A_LIST[kind]);
    const values = readValues(how.columns, record);
    if (!values.ok) return refusal(values.refusal.code, values.refusal.name);
    const call = callOf(tx, partner, at);
    const [draft] = await how.drafts(call, [values.value]);
    if (!draft!.ok) return refusal(draft!.refusal.code ?? 'exchange.refused', draft!.refusal.field);
    const [judged] = await how.judge(call, [draft!.value]);
    const { verdict, entityId } = judged!;
    if (verdict.verdict === 'refused') return refusal(verdict.code ?? 'exchange.refused', verdict.field);
    if (!verdict.applies) return this.compared(tx, partner, kind, record, { entityId, verdict });
    const [id] = preview ? [null] : await how.takeIn(call, [draft!.value]);
    if (id === null && !preview) return refusal('import.taken');
    return { verdict: 'taken', code: null, field: null, entityId: id ?? null, differing: [] };
  }

  /** Against what the register holds, where it is known which one that is. */
  async compared(
    tx: Tx,
    partner: Partner,
    kind: KindTakenIn,
    record: Readonly<Record<string, Plain>>,
    { entityId, verdict }: { readonly entityId: string | null; readonly verdict: RowVerdict | null },
  ): Promise<Judgement> {
    const differing = entityId === null ? [] : await this.differing(tx, partner, kind, record, entityId);
    const contradicts = verdict?.verdict === 'warned' || differing.length > 0;
    return {
      verdict: contradicts ? 'waiting' : 'taken',
      code: contradicts ? (verdict?.code ?? 'exchange.differs') : null,
      field: contradicts ? (verdict?.field ?? differing[0] ?? null) : null,
      ...{ entityId, differing },
    };
  }

  private async differing(
    tx: Tx,
    partner: Partner,
    kind: KindTakenIn,
    record: Readonly<Record<string, Plain>>,
    entityId: string,
  ): Promise<string[]> {
    if (kind === 'certificate') return []; // a card is compared by the authority's list itself; the id is the holder's
    const found = await this.records.find(tx, kind, [entityId], { within: partner.regionCode, open: [] });
    const ours = found.get(entityId);
    return ours === undefined ? [] : differingFields(kind, record, ours.record);
  }
}

/** It reaches as far as the region of the platform. */
const callOf = (tx: Tx, partner: Partner, at: Instant): ImportCall => ({
  ...{ tx, at, fileName: partner.name, actor: systemActor('exchange') },
  scope: { kind: 'region', regionCode: partner.regionCode, userId: partner.createdBy },
});

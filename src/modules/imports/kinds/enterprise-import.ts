import { Injectable } from '@nestjs/common';
import { wordKey } from '../../../domain/imports/cell-word';
import { enterpriseColumns, type EnterpriseValues } from '../../../domain/imports/columns/person-columns';
import type { RowVerdict } from '../../../domain/imports/import';
import { draftEnterprise, judgeEnterprise, type EnterpriseDraft } from '../../../domain/imports/judge/enterprise-draft';
import type { Result } from '../../../kernel/result';
import { TakeInEnterprises } from '../../registry/bulk/take-in-enterprises';
import { contactPhone } from '../../registry/contact-phone';
import { BelongingLookup } from '../lookups/belonging.view';
import { KnownThings } from '../lookups/known-things.view';
import type { ImportCall, Judged, KindImport, RowKey } from './kind-import';

@Injectable()
export class EnterpriseImport implements KindImport<EnterpriseValues, EnterpriseDraft> {
  readonly columns = enterpriseColumns;

  constructor(
    private readonly belonging: BelongingLookup,
    private readonly known: KnownThings,
    private readonly enterprises: TakeInEnterprises,
  ) {}

  labelOf({ name }: EnterpriseValues): string {
    return name ?? '';
  }

  async drafts(call: ImportCall, values: readonly EnterpriseValues[]): Promise<Result<EnterpriseDraft, RowVerdict>[]> {
    const where = await this.belonging.find(
      call,
      values.map(({ region }) => ({ region })),
    );
    return values.map((row, i) => draftEnterprise(row, where[i]!.region, contactPhone));
  }

  keyOf({ uscc, name, regionCode }: EnterpriseDraft): RowKey {
    return { text: uscc ?? JSON.stringify([wordKey(name), regionCode]), own: true };
  }

  async judge({ tx }: ImportCall, drafts: readonly EnterpriseDraft[]): Promise<Judged[]> {
    const known = await this.known.enterprises(tx, drafts);
    return drafts.map((draft, i) => ({
      verdict: judgeEnterprise(draft, known[i]!),
      entityId: known[i]?.id ?? null,
    }));
  }

  takeIn(call: ImportCall, drafts: readonly EnterpriseDraft[]): Promise<string[]> {
    return this.enterprises.execute(call.tx, call, drafts);
  }
}

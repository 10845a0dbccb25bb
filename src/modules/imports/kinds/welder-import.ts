import { Injectable } from '@nestjs/common';
import { welderColumns, type WelderValues } from '../../../domain/imports/columns/person-columns';
import type { RowVerdict } from '../../../domain/imports/import';
import type { Found } from '../../../domain/imports/judge/found';
import { draftWelder, judgeWelder, type WelderDraft } from '../../../domain/imports/judge/person-draft';
import type { Result } from '../../../kernel/result';
import { TakeInWelders } from '../../registry/bulk/take-in-welders';
import { BelongingLookup } from '../lookups/belonging.view';
import { PeopleLookup } from '../lookups/known-people.view';
import type { ImportCall, Judged, KindImport, RowKey } from './kind-import';

@Injectable()
export class WelderImport implements KindImport<WelderValues, WelderDraft> {
  readonly columns = welderColumns;

  constructor(
    private readonly belonging: BelongingLookup,
    private readonly people: PeopleLookup,
    private readonly welders: TakeInWelders,
  ) {}

  labelOf({ name }: WelderValues): string {
    return name ?? '';
  }

  async drafts(call: ImportCall, values: readonly WelderValues[]): Promise<Result<WelderDraft, RowVerdict>[]> {
    const belonging = await this.belonging.find(call, values);
    return values.map((row, i) => {
      const { region, enterprise } = belonging[i]!;
      // who lives in the region may work for an enterprise of another one
      return draftWelder(
        row,
        { region, enterprise: region === null ? enterprise : anywhere(enterprise, call) },
        call.at,
      );
    });
  }

  keyOf({ idNumber }: WelderDraft): RowKey {
    return { text: idNumber, own: true };
  }

  async judge(call: ImportCall, drafts: readonly WelderDraft[]): Promise<Judged[]> {
    const known = await this.people.find(
      call,
      drafts.map(({ idNumber }) => idNumber),
    );
    return drafts.map((draft, i) => {
      const { inSight } = known[i]!;
      return { verdict: judgeWelder(draft, inSight), entityId: inSight?.id ?? null };
    });
  }

  async takeIn(call: ImportCall, drafts: readonly WelderDraft[]): Promise<string[]> {
    const known = await this.people.find(
      call,
      drafts.map(({ idNumber }) => idNumber),
    );
    return this.welders.execute(
      call.tx,
      call,
      drafts.map((draft, i) => ({ ...draft, samePersonAs: known[i]!.personId })),
    );
  }
}

const anywhere = (found: Found, { scope }: ImportCall): Found =>
  scope.kind === 'region' && found !== null && typeof found === 'object' ? { ...found, reached: true } : found;

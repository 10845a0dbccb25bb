import { Injectable } from '@nestjs/common';
import type { Trade } from '../../../domain/people/trades';
import { officeOf, ownOffices, type OfficesRule, type OwnOffice } from '../../../domain/violations/documents/office';
import { conflict, forbidden, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { RegionCode } from '../../../kernel/region-code';
import type { Call } from '../../../platform/auth/request';
import { UsersReader } from '../../identity/users.reader';
import { RegionsReader } from '../../regions/regions.reader';
import { RulesReader } from '../../rules/rules.reader';
import type { CaseDocumentRequest } from './case-document.dto';

type Asking = Pick<Call, 'tx' | 'caller' | 'at'>;

export interface Signing extends OwnOffice {
  readonly regionCode: RegionCode;
}

/** In whose name a caller writes: it follows from the department and the region of the account. */
@Injectable()
export class OwnOffices {
  constructor(
    private readonly users: UsersReader,
    private readonly regions: RegionsReader,
    private readonly rules: RulesReader,
  ) {}

  /** `caseRegion` stands in for the region of an administrator, who has none: its county. */
  async of({ tx, caller, at }: Asking, caseRegion: RegionCode): Promise<Signing[]> {
    const regionCode = caller.regionCode ?? caseRegion.slice(0, 6);
    const rule = this.rules.book().value<OfficesRule>('supervision.offices', { regionCode }, at);
    const trades = (await this.users.tradesOf(tx, caller.userId)) as readonly Trade[];
    const names = await this.regions.fullName(tx, regionCode);
    return ownOffices(rule, { code: regionCode, names }, trades).map((one) => ({ ...one, regionCode }));
  }

  async chosen(asking: Asking, caseRegion: RegionCode, body: CaseDocumentRequest): Promise<Result<Signing, Refusal>> {
    const own = await this.of(asking, caseRegion);
    const office = officeOf(own, body);
    if (office === 'document.office-unknown') return refused(conflict(office));
    if (office === 'document.other-office')
      return refused(forbidden(office, { params: { offices: own.map((one) => one.office).join('、') } }));
    return ok({ ...office, regionCode: own[0]!.regionCode });
  }
}

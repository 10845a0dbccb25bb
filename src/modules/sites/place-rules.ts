import { Injectable } from '@nestjs/common';
import type { Regime } from '../../domain/permits/permit';
import { outgrown, placeRule, type PlaceOfWork, type PlaceRule } from '../../domain/permits/place-rule';
import type { FixedRegime } from '../../domain/permits/regimes-of-trade';
import type { Circle } from '../../domain/sites/site-area';
import type { Period } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { RegistryReader } from '../registry/registry.reader';
import { SitesReader, type Party } from './sites.reader';

/** Work as far as its place is judged by it. */
export interface WorkAt extends Party {
  readonly circle: Circle;
  readonly time: Period;
  readonly occupierEnterpriseId: string | null;
}

/** What holds at a place: asked by the form, the draft, the submission, and once more when work is released and begins. */
@Injectable()
export class PlaceRules {
  constructor(
    private readonly sites: SitesReader,
    private readonly registry: RegistryReader,
  ) {}

  /** Under the system's scope. */
  async ruleAt(tx: Tx, work: WorkAt): Promise<PlaceRule> {
    const { circle, time, enterpriseId, occupierEnterpriseId } = work;
    const parties = [enterpriseId, occupierEnterpriseId].flatMap((id) => id ?? []);
    const [around, ...enterprises] = await Promise.all([
      this.sites.around(tx, circle, work, time),
      ...parties.map((id) => this.registry.enterpriseById(tx, id)),
    ]);
    const trades: PlaceOfWork['trades'] = enterprises.flatMap((one) =>
      one ? [{ enterpriseId: one.id, trade: one.industry }] : [],
    );
    return placeRule({ circle, enterpriseId, trades, ...around });
  }

  /** What a site that was confirmed since the submission asks for, where that is more than the permit is. */
  async nowAsked(tx: Tx, permit: PermitAt & { readonly regime: Regime }): Promise<FixedRegime | null> {
    const rule = await this.ruleAt(tx, workOfPermit(permit));
    return outgrown(permit, rule) ? rule.least : null;
  }
}

interface PermitAt {
  readonly lat: number;
  readonly lng: number;
  readonly radiusM: number;
  readonly plannedStart: number;
  readonly plannedEnd: number;
  readonly enterpriseId: string | null;
  readonly occupierEnterpriseId: string | null;
  readonly welderIds: readonly string[];
  readonly machineIds: readonly string[];
}

/** The work of a permit as it is stored. */
export const workOfPermit = (permit: PermitAt): WorkAt => ({
  circle: { lat: permit.lat, lng: permit.lng, radiusM: permit.radiusM },
  time: { from: permit.plannedStart, to: permit.plannedEnd },
  enterpriseId: permit.enterpriseId,
  occupierEnterpriseId: permit.occupierEnterpriseId,
  welderIds: permit.welderIds,
  machineIds: permit.machineIds,
});

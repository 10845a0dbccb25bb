import { Injectable } from '@nestjs/common';
import { OF_A_REGION } from '../../../domain/people/roles';
import type { OccupierPlaces, SmallAgain } from '../../../domain/permits/permit-rule-values';
import { smallJobsHere, type SmallJobAt } from '../../../domain/permits/small-again';
import type { PermitRules } from '../../../domain/permits/permit-rules';
import { liesIn, type Circle, type SiteArea } from '../../../domain/sites/site-area';
import type { Position } from '../../../kernel/geo';
import { DAY, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { regionInCharge } from '../../identity/caller-of-user';
import { UsersReader } from '../../identity/users.reader';
import { SitesReader } from '../../sites/sites.reader';
import type { StoredPermit } from '../stored-permit';

/** More than the degrees of a metre, of longitude up to 60° north; the distance itself is judged afterwards. */
const DEGREES_A_METRE = 1 / 50_000;
/** An official may allow a circle this wide; what lies farther off than two of them overlaps nothing. */
const WIDEST_RADIUS_M = 1_000;

/** Whether a permit `p` is the first extension of a job, which is counted already. More time again is a job again: else nothing ends. */
const FIRST_EXTENSION = `exists (select 1 from permits o where o.id = p.extends_id and o.extends_id is null)`;

/** Begun, or waiting to begin. */
const NEAR = `
  select p.lat, p.lng, p.radius_m as "radiusM", p.occupier_phone_hash as "occupierPhoneHash",
    p.occupier_enterprise_id as "occupierEnterpriseId", case when not (a.roles && $8::text[]) or a.region_code is null then p.applicant_id end as "applicantId",
    array(select w.welder_id from permit_welders w where w.permit_id = p.id) as "welderIds"
  from permits p join users a on a.id = p.applicant_id
  where p.regime = 'small' and p.id <> $1 and not ${FIRST_EXTENSION} and p.submitted_at > $2
    and (p.started_at is not null or (p.state in ('submitted', 'issued') and p.planned_end > $3))
    and p.lat between $4 and $5 and p.lng between $6 and $7`;

const CONFIRMED = `
  select p.lat, p.lng from permits p
  where p.occupier_phone_hash = $1 and p.id <> $2 and p.occupier_confirmed_at > $3`;

/** Small jobs of the last days, of all applicants. Under the system's scope. */
@Injectable()
export class SmallJobsReader {
  constructor(
    private readonly users: UsersReader,
    private readonly sites: SitesReader,
  ) {}

  /** How many were declared at the place of this one. */
  async countHere(tx: Tx, permit: StoredPermit, { small, place }: PermitRules, at: Instant): Promise<number> {
    const { again, samePlace: same } = small;
    if (permit.regime !== 'small' || again === null || (await this.isFirstExtension(tx, permit))) return 0;
    const earlier = await this.near(tx, permit, again, at);
    if (earlier.length < again.times) return 0;
    const applicant = await this.users.byId(tx, permit.applicantId);
    const official = applicant !== null && regionInCharge(applicant) !== null;
    const proven = <T extends Circle>(job: T): T => ({ ...job, radiusM: Math.max(job.radiusM, place.leastRadiusM) });
    const job = proven({ ...permit, ...(official && { applicantId: null }) });
    const rule = { withinM: again.withinM, same };
    return smallJobsHere(job, earlier.map(proven), await this.grounds(tx, permit), rule);
  }

  private async isFirstExtension(tx: Tx, { extendsId }: StoredPermit): Promise<boolean> {
    if (extendsId === null) return false;
    const [row] = await tx.prepared<{ first: boolean }>(
      'select extends_id is null as first from permits where id = $1',
      [extendsId],
    );
    return row?.first === true;
  }

  /** As far away as circles can overlap. */
  private near(tx: Tx, { id, lat, lng }: StoredPermit, rule: SmallAgain, at: Instant): Promise<SmallJobAt[]> {
    const since = new Date(at - rule.days * DAY);
    const reach = Math.max(rule.withinM, 2 * WIDEST_RADIUS_M) * DEGREES_A_METRE;
    const around = [lat - reach, lat + reach, lng - reach, lng + reach];
    return tx.prepared<SmallJobAt>(NEAR, [id, since, new Date(at), ...around, OF_A_REGION]);
  }

  /** The confirmed sites on whose ground it lies. */
  private async grounds(tx: Tx, permit: StoredPermit): Promise<SiteArea[]> {
    const { lat, lng, plannedStart: from, plannedEnd: to } = permit;
    const { sites } = await this.sites.around(tx, { lat, lng, radiusM: 0 }, { enterpriseId: null }, { from, to });
    return sites.flatMap(({ confirmed }) => (confirmed && liesIn(permit, confirmed.area) ? [confirmed.area] : []));
  }

  /** Where the same phone confirmed as the occupier. */
  async sameOccupier(tx: Tx, permit: StoredPermit, rule: OccupierPlaces | null, at: Instant): Promise<Position[]> {
    if (permit.occupierPhoneHash === null || rule === null) return [];
    const since = new Date(at - rule.days * DAY);
    return tx.prepared<Position>(CONFIRMED, [permit.occupierPhoneHash, permit.id, since]);
  }
}

import { randomBytes } from 'node:crypto';
import { makeCode } from '../../../src/domain/registry/code';
import { DAY, HOUR } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert, insertCodes } from '../bulk-insert';
import { VISITOR } from '../cast';
import * as county from '../county';
import { iso, range, type DemoContext, type DemoCounty } from '../demo-context';
import { staffUsername } from '../staff';

/** Of so many welders one came from another enterprise. */
const EVERY = 8;
const REASONS = ['演示：合同到期', '演示：工程完工，离开项目部', '演示：本人辞职'] as const;
/** Enterprises that say that somebody works for them who is registered elsewhere: the visitor, and two others. */
const CLAIMS = [
  { welder: VISITOR.welder, by: 13 },
  { welder: 40, by: 21 },
  { welder: 101, by: 2 },
] as const;

/** Where welders worked before, and whom another enterprise names as its own: that waits for an answer. */
export async function insertEmployers(tx: Tx, context: DemoContext, made: DemoCounty): Promise<void> {
  const { enterpriseIds, welderIds, userIds } = made;
  const former = range(county.WELDERS)
    .filter((n) => n % EVERY === 0 && !county.selfEmployed(n))
    .map((n) => {
      const before = (county.enterpriseOf(n, county.WELDERS) + 7) % county.ENTERPRISES;
      const left = context.now - (20 + (n % 90)) * DAY;
      return {
        ...{ welder_id: welderIds[n], enterprise_id: enterpriseIds[before], since: iso(left - 500 * DAY) },
        ...{ until: iso(left), ended_by: userIds[staffUsername('enterprise', before)] },
        end_reason: REASONS[(n / EVERY) % REASONS.length],
      };
    });
  await bulkInsert(tx, 'employments', former);
  await insertClaims(tx, context, made);
}

/** A claim is a record of its own that names the known person, as registering one who is out of sight makes it. */
async function insertClaims(tx: Tx, { now, ids }: DemoContext, { enterpriseIds, welderIds }: DemoCounty): Promise<void> {
  const claims = CLAIMS.map(({ welder, by }, n) => {
    const at = now - (n + 2) * HOUR;
    return { id: ids.next(at), code: makeCode(randomBytes(9)), welder: welderIds[welder], by, at };
  });
  for (const { id, code, welder, by, at } of claims)
    await tx.query(
      `insert into welders (id, code, region_code, enterprise_id, same_person_as, created_at, name, id_kind, id_number_sealed,
         id_number_hash, id_number_masked, phone_sealed, phone_hash, phone_masked, status, warnings, version)
       select $1, $2, $3, $4, w.id, $5, name, id_kind, id_number_sealed, id_number_hash, id_number_masked, phone_sealed,
         phone_hash, phone_masked, 'active', '{}', 1 from welders w where w.id = $6`,
      [id, code, county.enterprise(by).regionCode, enterpriseIds[by], iso(at), welder],
    );
  await insertCodes(tx, 'welder', claims, now);
  const employed = claims.map(({ id, by, at }) => ({ welder_id: id, enterprise_id: enterpriseIds[by], since: iso(at) }));
  await bulkInsert(tx, 'employments', employed);
} // prettier-ignore

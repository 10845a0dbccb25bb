import type { RecencyFacts, RecencyKind } from '../../domain/recency/recency';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { WelderRow } from '../../schema/registry/welder.row';
import { RecencyDeclarationRow } from '../../schema/recency/recency-declaration.row';
import { columnsOf } from '../../platform/database/columns';

const DAY_OF = (moment: string): string => `(${moment} at time zone 'Asia/Shanghai')::date`;
/** A machine with chip proves practice by its arc, one without by its job. */
const WORKED = `(select max(${DAY_OF(`coalesce(j.last_arc_at, case when j.control = 'code-only' then coalesce(j.ended_at, j.reserved_at) end)`)})
  from jobs j where j.welder_id in (select f.id from welders f where f.id = w.id or f.same_person_as = w.id) and j.state <> 'failed')`;
const FACTS = `${WORKED}::text as "workedOn", (select max(d.worked_on) from recency_declarations d where d.welder_id = w.id)::text as "declaredOn",
  ${DAY_OF('w.created_at')}::text as "registeredOn"`;

export async function recencyFacts(tx: Tx, welderId: string): Promise<RecencyFacts | null> {
  return (await tx.query<RecencyFacts>(`select ${FACTS} from welders w where w.id = $1`, [welderId]))[0] ?? null;
}

export interface Declared extends Readonly<Pick<RecencyDeclarationRow, 'id' | 'workedOn' | 'place' | 'declaredAt'>> {
  readonly kind: RecencyKind;
  readonly declaredByName: string;
}

/** The newest fifty. */
export const declarationsOf = (tx: Tx, welderId: string): Promise<Declared[]> =>
  tx.query<Declared>(
    `select ${columnsOf(RecencyDeclarationRow, 'd', ['id', 'kind', 'workedOn', 'place', 'declaredAt'])}, u.name as "declaredByName"
     from recency_declarations d join users u on u.id = d.declared_by where d.welder_id = $1 order by d.id desc limit 50`,
    [welderId],
  );

export interface IdleWelder extends RecencyFacts, Readonly<Pick<WelderRow, 'id' | 'regionCode' | 'enterpriseId'>> {
  readonly userIds: readonly string[];
}

/** Holders of a card that is in order, known since before a day, and not told of the time that passed since. As the system. */
export const idleWelders = (
  tx: Tx,
  {
    before,
    after,
    most,
    today,
  }: { readonly before: Instant; readonly after: string; readonly most: number; readonly today: string },
): Promise<IdleWelder[]> =>
  tx.query<IdleWelder>(
    `select w.id, w.region_code as "regionCode", w.enterprise_id as "enterpriseId", ${FACTS},
       array(select u.id from users u where u.welder_id = w.id and u.disabled_at is null) as "userIds"
     from welders w
     where w.id > $2 and w.created_at < $1 and w.status = 'active' and w.same_person_as is null and w.erased_at is null
       and exists (select 1 from certificates c where c.welder_id = w.id and c.kind = 'special-operation' and c.status = 'verified'
         and c.valid_from <= $4::date and c.valid_to >= $4::date)
     order by w.id limit $3`,
    [new Date(before), after, most, today],
  );

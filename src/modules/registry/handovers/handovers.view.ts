import type { HandoverKind, HandoverState } from '../../../domain/registry/machine-handover';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { MachineHandoverRow } from '../../../schema/registry/machine-handover.row';
import type { MachineHandoverQuery } from './handover.dto';

const NAMES = ['id', 'machineId', 'kind', 'state', 'fromEnterpriseId', 'toEnterpriseId', 'toWelderId', 'stickerHanded', 'note', 'reason', 'offeredBy'] as const; // prettier-ignore

export interface ListedHandover extends Pick<MachineHandoverRow, (typeof NAMES)[number] | 'fromOn' | 'untilOn'> {
  readonly kind: HandoverKind;
  readonly state: HandoverState;
  readonly machineName: string;
  readonly machineCode: string;
  readonly fromName: string;
  readonly toName: string;
}

/** Whose handovers are read: the reach stands in the statement, for names of the other side lie outside the reader's scope. */
export interface HandoverReach {
  readonly from: string;
  readonly to: string;
  readonly enterpriseId: string | null;
  readonly welderId: string | null;
}

const SELECT = `select ${columnsOf(MachineHandoverRow, 'h', NAMES)}, h.from_on::text as "fromOn", h.until_on::text as "untilOn",
    concat_ws(' ', m.model, m.serial_number) as "machineName", m.code as "machineCode", f.name as "fromName", coalesce(e.name, w.name) as "toName"
  from machine_handovers h join machines m on m.id = h.machine_id join enterprises f on f.id = h.from_enterprise_id
    left join enterprises e on e.id = h.to_enterprise_id left join welders w on w.id = h.to_welder_id
  where ((h.region_code >= $1 and h.region_code < $2) or $3 in (h.from_enterprise_id, h.to_enterprise_id) or h.to_welder_id = $4)`;

const valuesOf = ({ from, to, enterpriseId, welderId }: HandoverReach): unknown[] => [from, to, enterpriseId, welderId];

export const handoverList = (
  tx: Tx,
  reach: HandoverReach,
  { machineId, state, overdue, limit, cursor }: MachineHandoverQuery,
  today: string,
): Promise<ListedHandover[]> =>
  tx.query<ListedHandover>(
    `${SELECT} and ($5::text is null or h.machine_id = $5) and ($6::text is null or h.state = $6)
       and ($7::date is null or (h.state = 'confirmed' and h.until_on < $7)) and ($8::text is null or h.id < $8)
     order by h.id desc limit $9`,
    [...valuesOf(reach), machineId ?? null, state ?? null, overdue ? today : null, cursor ?? null, limit + 1],
  );

export const handoverOf = async (tx: Tx, reach: HandoverReach, id: string): Promise<ListedHandover | null> =>
  (await tx.query<ListedHandover>(`${SELECT} and h.id = $5`, [...valuesOf(reach), id]))[0] ?? null;

import { HOUR, MINUTE } from '../../../src/kernel/time';
import type { PermitChange, ViewWorld } from './view-world';

/** Wednesday 2026-12-02, 10:00 in China: the paper of chemical permits is the standard's form. */
export const PRINTED_AT = Date.parse('2026-12-02T02:00:00Z');
const at = (ms: number): Date => new Date(PRINTED_AT + ms);

/** Who signs at each level of chemical work: seat by seat. */
const SIGNED = {
  special: [['enterprise-manager', 'M1', '工艺措施已落实', -290], ['safety-officer', 'S1', null, -280], ['enterprise-head', 'H1', '同意作业', -270]],
  first: [['enterprise-manager', 'M1', '工艺措施已落实', -290], ['safety-officer', 'S1', '同意作业', -270]],
  second: [['enterprise-manager', 'M1', '同意作业', -270]],
} as const; // prettier-ignore
export type ChemicalLevel = keyof typeof SIGNED;

/** A special-level permit that has come all its way, with every field of form A.1 filled in. */
export const specialPermit = (world: ViewWorld, change: PermitChange = {}): Promise<string> =>
  closedPermit(world, 'special', change);

/** The same work at each level: what only special level has is left out of the others. */
export async function closedPermit(world: ViewWorld, level: ChemicalLevel, change: PermitChange = {}): Promise<string> {
  await world.sql(
    `insert into users (id, username, name, roles, enterprise_id, created_at) values ('L1', 'leader1', '吴班长', array['safety-officer'], 'E2', now())
     on conflict do nothing`,
  );
  const id = await world.permit(
    {
      regime: 'chemical',
      level,
      proposed_level: level,
      state: 'closed',
      place_name: '一号罐区 V-102 丙烯球罐出口管线法兰处',
      place_kinds: ['height'],
      content: '带压不置换焊接补强板，共 2 处',
      method: '焊条电弧焊',
      contractor_id: 'E2',
      gases: ['propylene'],
      fire_watch_id: 'F1',
      applicant_id: 'M2',
      work_leader_id: 'L1',
      related_tickets: JSON.stringify([
        { work: 'height', number: 'GC-2026-1107' },
        { work: 'confined-space', number: 'SX-2026-0088' },
      ]),
      risk_analysis: 'JHA-2026-1202：物料泄漏着火、灼烫、高处坠落；已落实微正压、连续监测、防坠落措施',
      ...(level === 'special' && {
        work_plan_number: 'FA-2026-031',
        video: JSON.stringify({ recorder: '防爆执法记录仪 2 台', keeper: '安全管理部门' }),
      }),
      submitted_at: at(-5 * HOUR),
      issued_at: at(-4 * HOUR),
      issued_by: 'S1',
      watch_on_at: at(-200 * MINUTE),
      started_at: at(-180 * MINUTE),
      finished_at: at(-90 * MINUTE),
      watch_until: at(-30 * MINUTE),
      closed_at: at(-25 * MINUTE),
      close_note: '现场已清理，无残火',
      planned_start: PRINTED_AT - 190 * MINUTE,
      planned_end: PRINTED_AT + 4 * HOUR,
      ...change,
    },
    ['W1', 'W2'],
  );
  for (const [step, [role, user, comment, minutes]] of SIGNED[level].entries())
    await world.sql(
      `insert into permit_signatures (permit_id, step, role, user_id, comment, signed_at, covers) values ($1, $2, $3, $4, $5, $6, array[$2::int])`,
      [id, step, role, user, comment, at(minutes * MINUTE)],
    );
  await world.sql(
    `insert into permit_paper_records (permit_id, round, kind, user_id, comment, at) values
       ($1, 1, 'work-leader-opinion', 'L1', '人员、机具到位', $2), ($1, 1, 'briefing', 'L1', null, $3),
       ($1, 1, 'briefing-received', 'V2', null, $4), ($1, 1, 'briefing-received', 'F1', null, $4), ($1, 1, 'shift-check', 'H1', null, $5)`,
    [id, at(-295 * MINUTE), at(-230 * MINUTE), at(-225 * MINUTE), at(-190 * MINUTE)],
  );
  await world.sql(
    `insert into permit_gas_tests (id, permit_id, sampled_at, readings, passed, failed, instrument, tested_by, recorded_at)
     values ('${id}G1', $1, $2, $3, true, '[]', $4, 'S1', $2)`,
    [
      id,
      at(-195 * MINUTE),
      JSON.stringify([{ gas: 'propylene', value: 0.05, unit: '%vol', point: 'middle' }]),
      JSON.stringify({ number: 'GX-4-0871', calibrationDueOn: '2027-03-01' }),
    ],
  );
  await world.sql(
    `insert into permit_measures (permit_id, code, confirmed_by, confirmed_at, number)
     select $1, m ->> 'code', 'F1', $2, case m ->> 'code' when 'blinds-fitted' then 3 end from rule_versions r, jsonb_array_elements(r.value) m
     where r.key = 'permit.measures' and r.regime = 'chemical' and r.level = $3 and r.valid_from <= $2 and r.valid_to is null
       and (not m ? 'placeKinds' or m -> 'placeKinds' ? 'height') and not m ? 'openAir'`,
    [id, at(-185 * MINUTE), level === 'special' ? level : ''],
  );
  await world.sql(
    `insert into permit_history (permit_id, at, command, from_state, to_state, by_user, by_name) values ($1, $2, 'close', 'fire_watch', 'closed', 'F1', '孙监护')`,
    [id, at(-25 * MINUTE)],
  );
  return id;
}

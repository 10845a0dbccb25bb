import sharp from 'sharp';
import { HOUR, MINUTE } from '../../../src/kernel/time';
import { NOW, type ViewWorld } from './view-world';

const at = (ms: number): Date => new Date(NOW + ms);

/** A chemical first-level permit as it is at work: signed by two, watched, measured, most measures confirmed. */
export async function chemicalPermit(world: ViewWorld): Promise<string> {
  const id = await world.permit(
    {
      regime: 'chemical',
      level: 'first',
      proposed_level: 'second',
      raised_because: ['night', 'rest-day'],
      state: 'active',
      place_name: '聚合装置 R-201 反应釜平台东侧管廊',
      place_kinds: ['confined-space', 'height'],
      content: '更换循环水管线法兰，切割旧管后对接焊接，共 3 道焊口',
      method: '焊条电弧焊、气割',
      contractor_id: 'E2',
      gases: ['ethylene', 'toluene'],
      fire_watch_id: 'F1',
      submitted_at: at(-3 * HOUR),
      issued_at: at(-HOUR),
      issued_by: 'S1',
      watch_on_at: at(-40 * MINUTE),
      started_at: at(-20 * MINUTE),
      planned_start: NOW - 30 * MINUTE,
      planned_end: NOW + 6 * HOUR,
    },
    ['W1', 'W2'],
  );
  await world.sql(
    `insert into permit_signatures (permit_id, step, role, user_id, comment, signed_at, covers) values
       ($1, 0, 'enterprise-manager', 'H1', '盲板图已核对，同意动火', $2, '{0}'), ($1, 1, 'safety-officer', 'S1', null, $3, '{1}')`,
    [id, at(-2 * HOUR), at(-90 * MINUTE)],
  );
  await world.sql(
    `insert into permit_gas_tests (id, permit_id, sampled_at, readings, passed, failed, instrument, tested_by, recorded_at) values
       ('${id}G1', $1, $2, $4, false, '[{"index":1}]', $6, 'S1', $2), ('${id}G2', $1, $3, $5, true, '[]', $6, 'S1', $3)`,
    [
      id,
      at(-70 * MINUTE),
      at(-35 * MINUTE),
      JSON.stringify([
        { gas: 'ethylene', value: 0.1, unit: '%vol', point: 'top' },
        { gas: 'toluene', value: 0.31, unit: '%vol', point: 'bottom' },
        { gas: 'oxygen', value: 20.8, unit: '%vol', point: 'middle' },
      ]),
      JSON.stringify([
        { gas: 'ethylene', value: 2, unit: '%LEL', point: 'top' },
        { gas: 'toluene', value: 0.02, unit: '%vol', point: 'bottom' },
        { gas: 'oxygen', value: 20.9, unit: '%vol', point: 'middle' },
      ]),
      JSON.stringify({ number: 'GX-4-0871', calibrationDueOn: '2027-03-01' }),
    ],
  );
  await confirmMeasures(world, id, 'chemical');
  await certificate(world, 'W1', 'T4110**********1234');
  return id;
}

/** The measures that the seeded rules ask of this regime at ordinary places, all but the last confirmed. */
async function confirmMeasures(world: ViewWorld, id: string, regime: string): Promise<void> {
  await world.sql(
    `insert into permit_measures (permit_id, code, confirmed_by, confirmed_at)
     select $1, m ->> 'code', case when n < total then 'F1' end, case when n < total then $3::timestamptz end
     from (select m, row_number() over () as n, count(*) over () as total from rule_versions r, jsonb_array_elements(r.value) m
       where r.key = 'permit.measures' and r.regime = $2 and r.level = '' and r.valid_from <= $3 and (r.valid_to is null or $3 < r.valid_to) and not m ? 'placeKinds' and not m ? 'openAir') x`,
    [id, regime, at(-25 * MINUTE)],
  );
}

async function certificate(world: ViewWorld, welderId: string, masked: string): Promise<void> {
  await world.sql(
    `insert into certificates (id, welder_id, kind, number_sealed, number_hash, number_masked, operations, issuer, issued_on, valid_from, valid_to,
       status, created_at)
     values ('C' || $1::text, $1, 'special-operation', 'x', $1, $2, '{fusion}', '测试', '2024-01-01', '2024-01-01', '2030-01-01', 'verified', now())
     on conflict do nothing`,
    [welderId, masked],
  );
}

/** A shop's small job, closed. */
export async function smallPermit(world: ViewWorld): Promise<string> {
  const id = await world.permit(
    {
      regime: 'small',
      level: 'one',
      proposed_level: 'one',
      state: 'closed',
      enterprise_id: null,
      place_name: '许由街道 𠮷祥五金店门前',
      content: '焊接卷闸门导轨',
      applicant_id: 'V2',
      occupier_confirmed_at: at(-3 * HOUR),
      occupier_phone_masked: '138****8765',
      submitted_at: at(-3 * HOUR),
      issued_at: at(-3 * HOUR),
      started_at: at(-2 * HOUR),
      finished_at: at(-HOUR),
      watch_until: at(-30 * MINUTE),
      closed_at: at(-25 * MINUTE),
      close_note: '现场已清理，无残火',
      planned_start: NOW - 3 * HOUR,
      planned_end: NOW + HOUR,
    },
    ['W2'],
  );
  await confirmMeasures(world, id, 'small');
  return id;
}

/** A stored picture of a signature; answers its file's id. */
export async function signatureDrawing(world: ViewWorld): Promise<string> {
  const bytes = await sharp({ create: { width: 300, height: 100, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  await world.sql(
    `insert into files (id, media_type, sha256, bytes, width, height, uploaded_at) values ('SIGN', 'image/jpeg', 'x', $1, 300, 100, now())
     on conflict do nothing`,
    [bytes],
  );
  return 'SIGN';
}

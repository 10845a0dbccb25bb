import type { ExchangeKind } from '../../../domain/exchange/exchange-kinds';
import { subtreeRange, type RegionCode } from '../../../kernel/region-code';
import type { Tx } from '../../../platform/database/unit-of-work';

/** A registration with its fields under the names of `domain/exchange/fields`; personal data as it is stored. */
export interface StoredRegistration {
  readonly id: string;
  readonly region: RegionCode;
  /** `YYYY-MM-DD` in China, on which it was registered. */
  readonly day: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Sealed or clear texts by the field they belong to. */
  readonly personal: Readonly<Record<string, { readonly stored: string; readonly masked: string | null }>>;
}

const day = (column: string): string => `to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;
const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;
const codesOf = (table: string, key: string, of: string): string =>
  `(select string_agg(x.code, ',' order by x.code) from ${table} n join ${of} x on x.id = n.${key} where n.permit_id = s.id)`;
const pair = (name: string, stored: string, masked: string): string =>
  `'${name}', jsonb_build_object('stored', ${stored}, 'masked', ${masked})`;

interface Source {
  readonly from: string;
  readonly region: string;
  readonly day: string;
  /** Who is erased, copied or only drafted goes to nobody. */
  readonly where: string;
  readonly fields: string;
  readonly personal: string;
}

const OF_ENTERPRISE = `'uscc', e.uscc, 'enterpriseName', e.name`;

const SOURCES: Readonly<Record<ExchangeKind, Source>> = {
  enterprise: {
    ...{ from: 'enterprises s', region: 's.region_code', day: day('s.created_at'), where: 'true' },
    fields: `'name', s.name, 'uscc', s.uscc, 'kind', s.kind, 'industry', s.industry, 'status', s.status, 'registeredAt', ${ms('s.created_at')}`,
    personal: `${pair('contactName', 's.contact_name', 'null')}, ${pair('contactPhone', 's.contact_phone_sealed', 'null')}`,
  },
  welder: {
    ...{ from: 'welders s left join enterprises e on e.id = s.enterprise_id', region: 's.region_code' },
    ...{ day: day('s.created_at'), where: 's.erased_at is null and s.same_person_as is null' },
    fields: `'code', s.code, ${OF_ENTERPRISE}, 'status', s.status, 'trainingValidTo', s.training_valid_to, 'registeredAt', ${ms('s.created_at')}`,
    personal: `${pair('name', 's.name', 'null')}, ${pair('idNumber', 's.id_number_sealed', 's.id_number_masked')}, ${pair('phone', 's.phone_sealed', 's.phone_masked')}`,
  },
  certificate: {
    ...{ from: 'certificates s join welders w on w.id = s.welder_id', region: 'w.region_code' },
    ...{ day: day('s.created_at'), where: 'w.erased_at is null' },
    fields: `'kind', s.kind, 'operations', s.operations, 'issuer', s.issuer, 'issuedOn', s.issued_on, 'validFrom', s.valid_from,
      'validTo', s.valid_to, 'status', s.status, 'welderCode', w.code`,
    personal: `${pair('name', 'w.name', 'null')}, ${pair('number', 's.number_sealed', 's.number_masked')}, ${pair('idNumber', 'w.id_number_sealed', 'w.id_number_masked')}`,
  },
  machine: {
    ...{ from: 'machines s left join enterprises e on e.id = s.enterprise_id', region: 's.region_code' },
    ...{ day: day('s.created_at'), where: 'true' },
    fields: `'code', s.code, 'serialNumber', s.serial_number, 'model', s.model, 'process', s.process, 'control', s.control,
      'automatic', s.automatic, 'outlets', s.outlets, 'ratedCurrentA', s.rated_current_a, ${OF_ENTERPRISE}, 'inspectionDueOn', s.inspection_due_on,
      'chipNo', (select b.chip_no from chip_bindings b where b.machine_id = s.id and b.unbound_at is null), 'status', s.status, 'registeredAt', ${ms('s.created_at')}`,
    personal: '',
  },
  permit: {
    ...{ from: 'permits s left join enterprises e on e.id = s.enterprise_id', region: 's.region_code' },
    ...{ day: day('s.created_at'), where: 's.submitted_at is not null' },
    fields: `'number', s.number, 'code', s.code, 'regime', s.regime, 'level', s.level, 'state', s.state, ${OF_ENTERPRISE}, 'placeName', s.place_name,
      'lat', s.lat, 'lng', s.lng, 'openAir', s.open_air, 'plannedStart', ${ms('s.planned_start')}, 'plannedEnd', ${ms('s.planned_end')},
      'startedAt', ${ms('s.started_at')}, 'closedAt', ${ms('s.closed_at')},
      'welderCodes', ${codesOf('permit_welders', 'welder_id', 'welders')}, 'machineCodes', ${codesOf('permit_machines', 'machine_id', 'machines')}`,
    personal: '',
  },
  violation: {
    from: `violations s left join enterprises e on e.id = s.enterprise_id left join machines m on m.id = s.machine_id left join permits p on p.id = s.permit_id`,
    // a detector's suspicion is nobody's case before it is confirmed
    ...{ region: 's.region_code', day: day('s.found_at'), where: `s.certainty <> 'provisional'` },
    fields: `'kind', s.kind, 'grade', s.grade, 'severity', s.severity, 'state', s.state, 'major', s.major_basis is not null, ${OF_ENTERPRISE},
      'machineCode', m.code, 'chipNo', s.chip_no, 'permitNumber', p.number, 'foundAt', ${ms('s.found_at')}, 'dueAt', ${ms('s.due_at')},
      'rectifiedAt', ${ms('s.rectified_at')}, 'closedAt', ${ms('s.closed_at')}`,
    personal: '',
  },
};

/** Those of a region that may leave it. As the system. */
export function registrations(
  tx: Tx,
  kind: ExchangeKind,
  ids: readonly string[],
  within: RegionCode,
): Promise<StoredRegistration[]> {
  const { from, region, day: on, where, fields, personal } = SOURCES[kind];
  const range = subtreeRange(within);
  return tx.prepared<StoredRegistration>(
    `select s.id, ${region} as region, ${on} as day, jsonb_build_object(${fields}, 'region', ${region}) as fields,
       jsonb_build_object(${personal}) as personal
     from ${from} where s.id = any($1) and ${where} and ${region} >= $2 and ${region} < $3`,
    [ids, range.from, range.to],
  );
}

/** The next ids of a kind in a region, by id. As the system. */
export async function nextIds(
  tx: Tx,
  kind: ExchangeKind,
  { after, within, limit }: { readonly after: string; readonly within: RegionCode; readonly limit: number },
): Promise<string[]> {
  const { from, region, where } = SOURCES[kind];
  const range = subtreeRange(within);
  const rows = await tx.prepared<{ id: string }>(
    `select s.id from ${from} where s.id > $1 and ${where} and ${region} >= $2 and ${region} < $3 order by s.id limit $4`,
    [after, range.from, range.to, limit],
  );
  return rows.map(({ id }) => id);
}

import { createHash, randomBytes } from 'node:crypto';
import { maskIdNumber, maskPhone } from '../../src/domain/registry/mask';
import { makeCode } from '../../src/domain/registry/code';
import { DAY, type Instant } from '../../src/kernel/time';
import type { Tx } from '../../src/platform/database/unit-of-work';
import type { Sealer } from '../../src/platform/secrets/sealer';
import type { Ids } from '../../src/platform/time/ids';
import { bulkInsert } from './bulk-insert';
import * as county from './county';
import { inventedIdNumber, inventedPhone } from './invented-people';
import { insertPermits } from './permits';
import { insertViolations } from './violations';

/** What the loader is told: time, ids and keys come from outside, so that two runs differ in nothing else. */
export interface DemoContext {
  readonly now: Instant;
  readonly ids: Ids;
  readonly sealer: Sealer;
  /** One hash for all demo people: they share the password that is printed at start. */
  readonly passwordHash: string;
  readonly chipSeed: string;
}

export interface DemoChip {
  readonly chipNo: string;
  readonly secretHex: string;
  readonly machineCode: string;
  readonly lat: number;
  readonly lng: number;
  /** Name under which the machine's usual welder signs in; absent for machines nobody works with in the demo. */
  readonly welderUsername?: string;
}

export interface DemoCounty {
  readonly enterpriseIds: string[];
  readonly welderIds: string[];
  readonly machineIds: string[];
  readonly userIds: Readonly<Record<string, string>>;
  readonly chips: DemoChip[];
}

/** Which enterprise a welder or machine belongs to: filled in blocks, so that the first shop has people and machines enough. */
export const enterpriseOf = (n: number, of: number): number => Math.floor((n * county.ENTERPRISES) / of);

/** Welders with an account, who work in the simulation: the first two of each enterprise. */
export const SIMULATED_WELDERS = 60;

/** The people of each enterprise. Those of the first have plain user names, for the visitor. */
const STAFF: readonly (readonly [username: string, name: string, role: string])[] = [
  ['enterprise', '演示企业负责人', 'enterprise-manager'],
  ['safety', '演示安全员', 'safety-officer'],
  ['leader', '演示企业领导', 'enterprise-head'],
  ['firewatch', '演示监护人', 'fire-watcher'],
];

export const staffUsername = (role: string, enterprise: number): string =>
  enterprise === 0 ? role : `${role}-${String(enterprise + 1).padStart(3, '0')}`;

const OFFICIALS: readonly (readonly [username: string, name: string, role: string])[] = [
  ['regulator', '演示监管人员', 'regulator'],
  ['inspector', '演示执法人员', 'inspector'],
  ['grid', '演示网格员', 'grid-worker'],
];

/** Fills an empty database with the demo county, in the caller's transaction. */
export async function loadDemo(tx: Tx, context: DemoContext): Promise<DemoCounty> {
  const enterpriseIds = await insertEnterprises(tx, context);
  const welderIds = await insertWelders(tx, context, enterpriseIds);
  const { machineIds, chips } = await insertMachines(tx, context, enterpriseIds);
  const userIds = await insertUsers(tx, context, enterpriseIds, welderIds);
  await insertDesignatedAreas(tx, context, enterpriseIds);
  await insertRollOut(tx, context);
  const made: DemoCounty = { enterpriseIds, welderIds, machineIds, userIds, chips };
  await insertPermits(tx, context, made);
  await insertViolations(tx, context, made);
  return made;
}

const range = (length: number): number[] => Array.from({ length }, (_, n) => n);
const iso = (at: Instant): string => new Date(at).toISOString();

async function insertEnterprises(tx: Tx, { now, ids, sealer }: DemoContext): Promise<string[]> {
  const rows = range(county.ENTERPRISES).map((n) => {
    const { regionCode, contactName, name, kind, industry } = county.enterprise(n);
    return {
      id: ids.next(now),
      name,
      kind,
      industry,
      region_code: regionCode,
      contact_name: contactName,
      contact_phone_sealed: sealer.seal('enterprise.phone', inventedPhone(9000 + n)),
      status: 'active',
      version: 1,
      created_at: iso(now),
    };
  });
  await bulkInsert(tx, 'enterprises', rows);
  return rows.map((row) => row.id);
}

async function insertWelders(tx: Tx, context: DemoContext, enterpriseIds: string[]): Promise<string[]> {
  const { now, ids, sealer } = context;
  const rows = range(county.WELDERS).map((n) => {
    const idNumber = inventedIdNumber(n);
    const phone = inventedPhone(n);
    const employer = n % 10 === 9 ? null : enterpriseOf(n, county.WELDERS); // every tenth is self-employed
    return {
      id: ids.next(now),
      name: `演示焊工${String(n + 1).padStart(3, '0')}`,
      id_number_sealed: sealer.seal('welder.id-number', idNumber),
      id_number_hash: sealer.fingerprint('welder.id-number', idNumber),
      id_number_masked: maskIdNumber(idNumber),
      phone_sealed: sealer.seal('welder.phone', phone),
      phone_hash: sealer.fingerprint('welder.phone', phone),
      phone_masked: maskPhone(phone),
      region_code: county.enterprise(enterpriseOf(n, county.WELDERS)).regionCode,
      enterprise_id: employer === null ? null : enterpriseIds[employer],
      status: 'active',
      code: makeCode(randomBytes(9)),
      warnings: [],
      version: 1,
      created_at: iso(now),
    };
  });
  await bulkInsert(tx, 'welders', rows);
  await insertCodes(tx, 'welder', rows, now);
  await insertCertificates(tx, context, rows.map((row) => row.id));
  return rows.map((row) => row.id);
}

async function insertCertificates(tx: Tx, { now, ids, sealer }: DemoContext, welderIds: string[]): Promise<void> {
  const rows = range(county.WELDERS).flatMap((n) => {
    const which = county.certificateCase(n);
    if (which === 'none') return [];
    const dates = county.certificateDates(which, n, now);
    const number = `T${inventedIdNumber(n)}`;
    const verified = which !== 'unverified';
    return [
      {
        id: ids.next(now),
        welder_id: welderIds[n],
        kind: 'special-operation',
        number_sealed: sealer.seal('certificate.number', number),
        number_hash: sealer.fingerprint('certificate.number', number),
        number_masked: `T${maskIdNumber(number.slice(1))}`,
        operations: ['fusion'],
        issuer: '演示发证机关',
        issued_on: dates.from,
        valid_from: dates.from,
        valid_to: dates.to,
        status: which === 'revoked' ? 'revoked' : verified ? 'verified' : 'unverified',
        verified_at: verified ? iso(now) : null,
        verification_method: verified ? 'lookup' : null,
        revoked_at: which === 'revoked' ? iso(now - 3 * DAY) : null,
        revoke_reason: which === 'revoked' ? '演示：发证机关撤销' : null,
        created_at: iso(now),
      },
    ];
  });
  await bulkInsert(tx, 'certificates', rows);
  await bulkInsert(
    tx,
    'certificate_operations',
    rows.map((row) => ({ number_hash: row.number_hash, operation: 'fusion', certificate_id: row.id })),
  );
}

/** A chip's secret follows from the installation's seed, so that the simulator and the database agree. */
const chipOf = (seed: string, n: number): { chipNo: string; secretHex: string } => ({
  chipNo: `DEMO${String(n + 1).padStart(10, '0')}`,
  secretHex: createHash('sha256').update(`${seed}:${n}`).digest('hex'),
});

async function insertMachines(
  tx: Tx,
  { now, ids, sealer, chipSeed }: DemoContext,
  enterpriseIds: string[],
): Promise<{ machineIds: string[]; chips: DemoChip[] }> {
  const total = county.MACHINES + county.GAS_SETS;
  const rows = range(total).map((n) => {
    const owner = n < county.MACHINES ? enterpriseOf(n, county.MACHINES) : n % county.ENTERPRISES;
    const { model, process, ratedCurrentA } = county.machine(n);
    return {
      id: ids.next(now),
      code: makeCode(randomBytes(9)),
      serial_number: `DEMO-${String(n + 1).padStart(5, '0')}`,
      model,
      process,
      control: process === 'GAS' ? 'code-only' : 'cut',
      automatic: false,
      outlets: 1,
      rated_current_a: ratedCurrentA,
      enterprise_id: enterpriseIds[owner],
      region_code: county.enterprise(owner).regionCode,
      inspection_due_on: iso(now + ((n % 23 === 22 ? -10 : 30) + (n % 300)) * DAY).slice(0, 10),
      status: 'in-service',
      version: 1,
      created_at: iso(now),
    };
  });
  await bulkInsert(tx, 'machines', rows);
  await insertCodes(tx, 'machine', rows, now);
  const chips = rows.slice(0, county.MACHINES).map((row, n) => ({ ...chipOf(chipSeed, n), machineId: row.id, row, n }));
  await bulkInsert(
    tx,
    'chips',
    chips.map(({ chipNo, secretHex }) => ({
      chip_no: chipNo,
      secret_sealed: sealer.seal('chip.secret', secretHex),
      model: 'H2',
      batch: 'DEMO',
      blocked: false,
      imported_at: iso(now),
    })),
  );
  await bulkInsert(
    tx,
    'chip_bindings',
    chips.map(({ chipNo, machineId }) => ({ id: ids.next(now), chip_no: chipNo, machine_id: machineId, bound_at: iso(now) })),
  );
  return {
    machineIds: rows.map((row) => row.id),
    chips: chips.map(({ chipNo, secretHex, row, n }) => {
      const welder = simulatedWelderOf(n);
      return {
        chipNo,
        secretHex,
        machineCode: row.code,
        ...county.siteOf(enterpriseOf(n, county.MACHINES)),
        ...(welder === null ? {} : { welderUsername: simulatedUsername(welder) }),
      };
    }),
  };
}

/** The first machine of each enterprise is worked by its first simulated welder; machine 1 stays free for the visitor. */
function simulatedWelderOf(machine: number): number | null {
  const perEnterprise = county.MACHINES / county.ENTERPRISES;
  return machine % perEnterprise === 1 ? Math.floor(machine / perEnterprise) : null;
}

export const simulatedUsername = (n: number): string => `sim-${String(n + 1).padStart(3, '0')}`;

/** A simulated welder is the second of the enterprise's welders with a valid certificate: the first is `welder`, the visitor. */
export function simulatedWelder(enterprise: number): number {
  const perEnterprise = Math.floor(county.WELDERS / county.ENTERPRISES);
  const first = Math.ceil((enterprise * county.WELDERS) / county.ENTERPRISES);
  const employed = range(perEnterprise)
    .map((offset) => first + offset)
    .filter((n) => n % 10 !== 9 && county.certificateCase(n) === 'valid');
  return employed[1] ?? first;
}

async function insertUsers(
  tx: Tx,
  { now, ids, passwordHash }: DemoContext,
  enterpriseIds: string[],
  welderIds: string[],
): Promise<Record<string, string>> {
  const user = (username: string, name: string, role: string, links: Record<string, unknown> = {}) => ({
    id: ids.next(now),
    username,
    name,
    password_hash: passwordHash,
    roles: [role],
    region_code: null,
    enterprise_id: null,
    welder_id: null,
    created_at: iso(now),
    ...links,
  });
  const rows = [
    ...OFFICIALS.map(([username, name, role]) => user(username, name, role, { region_code: county.COUNTY })),
    ...range(county.ENTERPRISES).flatMap((n) =>
      STAFF.map(([username, name, role]) => user(staffUsername(username, n), name, role, { enterprise_id: enterpriseIds[n] })),
    ),
    user('welder', '演示焊工001', 'welder', { welder_id: welderIds[0], enterprise_id: enterpriseIds[0] }),
    ...range(SIMULATED_WELDERS).map((n) =>
      user(simulatedUsername(n), `演示模拟焊工${n + 1}`, 'welder', {
        welder_id: welderIds[simulatedWelder(n)],
        enterprise_id: enterpriseIds[n],
      }),
    ),
  ];
  await bulkInsert(tx, 'users', rows);
  return Object.fromEntries(rows.map((row) => [row.username, row.id]));
}

/** Every third enterprise has an approved fixed place at its site: jobs there need no permit, so the demo has work on any day. */
async function insertDesignatedAreas(tx: Tx, { now, ids }: DemoContext, enterpriseIds: string[]): Promise<void> {
  const rows = range(county.ENTERPRISES)
    .filter((n) => n % 3 !== 0)
    .map((n) => ({
      id: ids.next(now),
      name: `${county.enterprise(n).name}固定作业点`,
      enterprise_id: enterpriseIds[n],
      region_code: county.enterprise(n).regionCode,
      ...county.siteOf(n),
      radius_m: 150,
      valid_from: iso(now - DAY),
      created_at: iso(now),
    }));
  await bulkInsert(tx, 'designated_areas', rows);
}

/** The demo county enforces chips; other topics keep the platform's cautious defaults. */
async function insertRollOut(tx: Tx, { now, ids }: DemoContext): Promise<void> {
  const modes = { chip: 'enforce', training: 'warn', inspection: 'warn', position: 'enforce' };
  await bulkInsert(
    tx,
    'roll_out_modes',
    Object.entries(modes).map(([topic, mode]) => ({
      id: ids.next(now),
      region_code: county.COUNTY,
      topic,
      mode,
      valid_from: iso(now - DAY),
    })),
  );
}

async function insertCodes(tx: Tx, kind: string, rows: readonly { id: string; code: string }[], now: Instant): Promise<void> {
  await bulkInsert(
    tx,
    'codes',
    rows.map((row) => ({ code: row.code, kind, entity_id: row.id, created_at: iso(now) })),
  );
}

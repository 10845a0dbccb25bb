import { inventedIdNumber, inventedPhone, inventedSecret } from './invented';
import type { PlatformClient } from './platform-client';
import { Random } from './random';
import type { Person, World, WorldChip } from './world';

/** 建安区: where the simulated workshops stand. */
const REGION = '411003';
const CENTRE = { lat: 34.12, lng: 113.82 };
const MACHINES_A_SHOP = 5;
const RADIUS_M = 150;

const MODELS = [
  { model: 'ZX7-400', process: 'MMA', ratedCurrentA: 400 },
  { model: 'NBC-350', process: 'GMAW', ratedCurrentA: 350 },
  { model: 'WSM-315', process: 'GTAW', ratedCurrentA: 315 },
] as const;

/** Of ten machines: who works at them, or what is played with them. */
const PARTS = [
  'welder',
  'welder',
  'welder',
  'welder',
  'off-platform',
  'welder',
  'welder',
  'uncertified',
  'welder',
  'tamper',
] as const;
type Part = (typeof PARTS)[number];

export interface BuildOptions {
  readonly chips: number;
  readonly seed: number;
  /** Tells the things of this run from those of an earlier one. */
  readonly run: string;
  readonly say: (line: string) => void;
}

interface Shop {
  readonly enterpriseId: string;
  readonly lat: number;
  readonly lng: number;
}

/**
 * Registers workshops with an approved fixed place, machines with bound chips, and welders, all through the public API as
 * an administrator would. Everything is named 模拟, so that nobody takes it for real.
 */
export async function buildWorld(admin: PlatformClient, options: BuildOptions): Promise<World> {
  const numbers = Array.from({ length: options.chips }, (_, n) => n);
  const chipNos = numbers.map((n) => `SIM${options.run}${String(n + 1).padStart(5, '0')}`);
  await importChips(admin, options.seed, chipNos);
  const chips: WorldChip[] = [];
  const people: Person[] = [];
  let shop: Shop | null = null;
  for (const [n, chipNo] of chipNos.entries()) {
    if (!shop || n % MACHINES_A_SHOP === 0) shop = await openShop(admin, options, n / MACHINES_A_SHOP);
    const chip = await fitMachine(admin, options, shop, n, chipNo);
    chips.push(chip);
    const part = PARTS[n % PARTS.length] ?? 'welder';
    if (part === 'welder' || part === 'uncertified') people.push(await hire(admin, options, shop, n, part, chip));
    if (chips.length % 10 === 0) options.say(`registered ${chips.length} of ${options.chips} machines`);
  }
  return { chips, people };
}

async function importChips(admin: PlatformClient, seed: number, chipNos: readonly string[]): Promise<void> {
  const lines = chipNos.map((chipNo) => `${chipNo},${inventedSecret(seed, chipNo)},H2,simulator`);
  const { status, body } = await admin.postCsv('/chips/import', ['chipNo,secretHex,model,batch', ...lines].join('\n'));
  if (body['accepted'] !== chipNos.length)
    throw new Error(`chips were not imported: ${status} ${JSON.stringify(body)}`);
}

async function openShop(admin: PlatformClient, { run, seed }: BuildOptions, n: number): Promise<Shop> {
  const random = Random.for(seed, `shop ${n}`);
  const place = { lat: CENTRE.lat + random.between([-0.08, 0.08]), lng: CENTRE.lng + random.between([-0.1, 0.1]) };
  const name = `模拟作坊${n + 1}（${run}）`;
  const phone = inventedPhone(Math.floor(random.next() * 10_000));
  const about = {
    name,
    kind: 'individual',
    regionCode: REGION,
    industry: 'manufacturing',
    contactName: '模拟联系人',
    contactPhone: phone,
  };
  const { id } = await admin.must<{ id: string }>('/enterprises', about);
  await admin.must('/designated-areas', { name: `${name}固定作业点`, enterpriseId: id, ...place, radiusM: RADIUS_M });
  return { enterpriseId: id, ...place };
}

async function fitMachine(
  admin: PlatformClient,
  options: BuildOptions,
  shop: Shop,
  n: number,
  chipNo: string,
): Promise<WorldChip> {
  const kind = MODELS[n % MODELS.length] ?? MODELS[0];
  const { id, code } = await admin.must<{ id: string; code: string }>('/machines', {
    ...kind,
    serialNumber: `SIM-${options.run}-${n + 1}`,
    enterpriseId: shop.enterpriseId,
    regionCode: REGION,
    inspectionDueOn: '2099-12-31',
  });
  await admin.must(`/machines/${id}/chip`, { chipNo });
  const part: Part = PARTS[n % PARTS.length] ?? 'welder';
  return {
    ...{ chipNo, secretHex: inventedSecret(options.seed, chipNo), machineCode: code, outlets: 1 },
    ...{ process: kind.process, ratedCurrentA: kind.ratedCurrentA, lat: shop.lat, lng: shop.lng },
    ...(part === 'off-platform' || part === 'tamper' ? { part } : {}),
  };
}

/** Each run has people of its own: their numbers begin somewhere else. */
async function hire(
  admin: PlatformClient,
  { run, seed }: BuildOptions,
  { enterpriseId }: Shop,
  n: number,
  part: 'welder' | 'uncertified',
  { machineCode }: WorldChip,
): Promise<Person> {
  const idNumber = inventedIdNumber(Random.for(seed, run).whole([0, 300_000]) + n);
  const about = { name: `模拟焊工${n + 1}`, idNumber, phone: inventedPhone(n), regionCode: REGION, enterpriseId };
  const { id } = await admin.must<{ id: string }>('/welders', about);
  if (part === 'welder') await certify(admin, id, idNumber);
  const username = `sim-${run.toLowerCase()}-${n + 1}`;
  const password = inventedSecret(seed, `${username} password`).slice(0, 20);
  await admin.must('/users', { username, password, name: about.name, roles: ['welder'], welderId: id });
  return { username, password, part, machineCode };
}

async function certify(admin: PlatformClient, welderId: string, idNumber: string): Promise<void> {
  const { id } = await admin.must<{ id: string }>(`/welders/${welderId}/certificates`, {
    ...{ number: `T${idNumber}`, kind: 'special-operation', operations: ['fusion'], issuer: '模拟发证机关' },
    ...{ issuedOn: '2025-01-10', validFrom: '2025-01-10', validTo: '2031-01-09' },
  });
  await admin.must(`/certificates/${id}/verify`, { method: 'lookup', note: '模拟数据' });
}

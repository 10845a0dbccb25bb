import { compareMachines, type MachineSeen } from '../../../src/domain/collection/duplicates';
import { cellsAround, comparable, geoCell } from '../../../src/domain/collection/keys';

const RECORDS = 10_000;
const PLANTED = 500;

/** mulberry32: the same county on every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const MODELS = [
  'ZX7-400',
  'ZX7-315',
  'NB-500',
  'NBC-350',
  'WS-300',
  'WSM-315',
  'BX1-500',
  'LGK-100',
  'MIG-250',
  'TIG-200S',
];
const MAKERS = ['', '', '瑞凌 ', '佳士 ', '奥太'];

interface Collected extends MachineSeen {
  /** Which machine it truly is. */
  readonly truth: number;
}

/** A county: firms with one to twelve machines on one shop floor, often bought together with numbers in a row. */
function county(random: () => number): Collected[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const below = (n: number): number => Math.floor(random() * n);
  const shift = (m: number): number => ((random() - 0.5) * 2 * m) / 111_195;
  const moved = ({ lat, lng, accuracyM }: NonNullable<MachineSeen['place']>, m: number) => ({ lat: lat + shift(m), lng: lng + shift(m), accuracyM }); // prettier-ignore
  const machines: Collected[] = [];
  for (let firm = 0; machines.length < RECORDS - PLANTED; firm += 1) {
    const floor = { lat: 34 + random() * 0.3, lng: 113.7 + random() * 0.3, accuracyM: 10 };
    const bought = { model: pick(MODELS), batch: 20_000_000 + below(9_000_000) };
    const grid = `G${firm % 60}`;
    const count = Math.min(1 + below(12), RECORDS - PLANTED - machines.length);
    for (let i = 0; i < count; i += 1) {
      const together = random() < 0.5;
      const model = together ? bought.model : pick(MODELS);
      const number = together ? bought.batch + i : 10_000_000 + below(89_000_000);
      const serial = random() < 0.03 ? null : random() < 0.3 ? `${pick(['A', 'HN', 'ZB'])}${number}` : String(number);
      const at = firm * 60_000 + i * 90_000;
      machines.push({ code: null, serial, model, owner: `E${firm}`, place: moved(floor, 12), by: grid, at, truth: machines.length }); // prettier-ignore
    }
  }
  /** The same machine as another person, another day, another photo has it. */
  const again = (one: Collected): Collected => ({
    ...one,
    serial: one.serial === null || random() < 0.04 ? null : spelt(one.serial, random),
    model: one.model === null || random() < 0.05 ? null : pick(MAKERS) + spelt(one.model, random),
    owner: random() < 0.05 ? null : one.owner,
    place: one.place === null || random() < 0.05 ? null : moved(one.place, 12),
    by: `G${below(60)}b`,
    at: one.at + 86_400_000,
  });
  const twice = new Set<number>();
  while (twice.size < PLANTED) twice.add(below(machines.length));
  return [...machines, ...[...twice].map((n) => again(machines[n] as Collected))];
}

/** Case, width, blanks and dashes, O for 0, I for 1; now and then two digits exchanged or one left out. */
function spelt(text: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (text.length - 2));
  const ways: ((t: string) => string)[] = [
    (t) => t,
    (t) => t.toLowerCase(),
    (t) => t.replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    (t) => `${t.slice(0, at)} ${t.slice(at)}`,
    (t) => `${t.slice(0, at)}-${t.slice(at)}`,
    (t) => t.replace('-', '—'),
    (t) => t.replace(/0/g, 'O').replace(/1/, 'I'),
    (t) => t.replace(/-/g, ''),
    ...(random() < 0.3 && /^\d+$/.test(text) ? [(t: string) => t.slice(0, at) + t.slice(at + 1)] : []),
  ];
  return (ways[Math.floor(random() * ways.length)] as (t: string) => string)(text);
}

/** As the database finds candidates: by number, by cell, never by looking at all. */
function candidates(): { find: (one: Collected) => Collected[]; add: (one: Collected) => void } {
  const index = new Map<string, Collected[]>();
  const keysOf = (one: Collected) => [one.serial && `s${comparable(one.serial)}`, one.place && geoCell(one.place)];
  const asked = (one: Collected) => [one.serial && `s${comparable(one.serial)}`, ...(one.place ? cellsAround(one.place) : [])]; // prettier-ignore
  return {
    find: (one) => [...new Set(asked(one).flatMap((key) => (key ? (index.get(key) ?? []) : [])))],
    add: (one) => keysOf(one).forEach((key) => key && index.set(key, [...(index.get(key) ?? []), one])),
  };
}

describe.each([1, 20_261_128])('a county of 10,000 records with 5 %% collected twice (seed %i)', (seed) => {
  const records = county(dice(seed));
  const known = candidates();
  let caught = 0;
  let wrongly = 0;
  let merged = 0;
  for (const one of records) {
    const flagged = known.find(one).map((other) => [other, compareMachines(one, other).sameness] as const).filter(([, sameness]) => sameness !== 'distinct'); // prettier-ignore
    const right = flagged.some(([other]) => other.truth === one.truth);
    if (right) caught += 1;
    else if (flagged.length > 0) wrongly += 1;
    if (flagged.some(([other, sameness]) => sameness === 'same' && other.truth !== one.truth)) merged += 1;
    known.add(one);
  }

  it('has what it says', () => expect(records).toHaveLength(RECORDS));
  it('at least 95 %% of them are caught', () => expect(caught / PLANTED).toBeGreaterThanOrEqual(0.95));
  it('at most 0.5 %% of the others are asked about', () =>
    expect(wrongly / (RECORDS - PLANTED)).toBeLessThanOrEqual(0.005));
  it('none of the others is merged', () => expect(merged).toBe(0));
});

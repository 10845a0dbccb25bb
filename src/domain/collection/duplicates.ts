import { HOUR, type Instant } from '../../kernel/time';
import { apartM, comparable, readAlike, type Pin } from './keys';

/** What speaks for one record being another. */
export const MATCH_REASONS = ['code', 'serial', 'serial-alike', 'model', 'owner', 'place', 'identity', 'uscc', 'phone', 'name'] as const; // prettier-ignore
export type MatchReason = (typeof MATCH_REASONS)[number];

type Sameness = 'same' | 'likely' | 'distinct';

/** `same` is merged, `likely` is asked, `distinct` is a new record. */
export interface Verdict {
  readonly sameness: Sameness;
  readonly reasons: readonly MatchReason[];
}

interface Seen {
  /** Who collected it, null if it came another way. */
  readonly by: string | null;
  readonly at: Instant;
}

export interface MachineSeen extends Seen {
  readonly code: string | null;
  readonly serial: string | null;
  /** null if no nameplate was legible. */
  readonly model: string | null;
  readonly owner: string | null;
  readonly place: Pin | null;
}

export interface WelderSeen extends Seen {
  readonly identity: string | null;
  readonly phone: string | null;
  readonly name: string;
}

export interface EnterpriseSeen extends Seen {
  readonly uscc: string | null;
  readonly phone: string | null;
  readonly name: string;
}

/** The same shop floor: a phone's position is that good between walls. */
const NEAR_M = 60;
/** The same corner: without a number only that is near enough to ask. */
const BESIDE_M = 25;
/** One collector does not record one machine twice in a round. Two records of theirs are two machines. */
const ONE_ROUND = 12 * HOUR;

export function compareMachines(a: MachineSeen, b: MachineSeen): Verdict {
  const apart = apartM(a.place, b.place);
  const serial = serialsOf(a, b);
  const signs = {
    code: a.code !== null && a.code === b.code,
    model: modelsAlike(a.model, b.model),
    owner: a.owner !== null && a.owner === b.owner,
    near: apart !== null && apart <= NEAR_M,
    beside: apart !== null && apart <= BESIDE_M,
  };
  return verdict(machineSameness(signs, serial, sameRound(a, b)), [
    signs.code && 'code',
    serial === 'equal' && 'serial',
    serial === 'alike' && 'serial-alike',
    signs.model && (a.model === null) === (b.model === null) && 'model',
    signs.owner && 'owner',
    signs.near && 'place',
  ]);
}

interface MachineSigns {
  readonly code: boolean;
  readonly model: boolean;
  readonly owner: boolean;
  readonly near: boolean;
  readonly beside: boolean;
}

function machineSameness(signs: MachineSigns, serial: ReturnType<typeof serialsOf>, oneRound: boolean): Sameness {
  if (signs.code) return serial === 'different' ? 'likely' : 'same';
  if (serial === 'equal') return ofOneNumber(signs);
  return !oneRound && mayBe(signs, serial) ? 'likely' : 'distinct';
}

/** Makers begin their numbers again for each model. The number alone proves nothing. */
function ofOneNumber({ model, owner, near }: MachineSigns): Sameness {
  if (model && (owner || near)) return 'same';
  return model || owner || near ? 'likely' : 'distinct';
}

function mayBe({ model, owner, near, beside }: MachineSigns, serial: 'alike' | 'different' | 'unknown'): boolean {
  if (!model || !owner) return false;
  return (serial === 'alike' && near) || (serial === 'unknown' && beside);
}

/** One person has one identity number; a phone may be shared, a name is common. */
export function compareWelders(a: WelderSeen, b: WelderSeen): Verdict {
  const identity = a.identity !== null && a.identity === b.identity;
  const phone = a.phone !== null && a.phone === b.phone;
  const name = comparable(a.name) === comparable(b.name);
  const sameness = identity ? 'same' : phone && name ? 'likely' : 'distinct';
  return verdict(sameness, [identity && 'identity', phone && 'phone', name && 'name']);
}

/** Without a credit code a shop is known by its sign and its phone. Two codes are two enterprises. */
export function compareEnterprises(a: EnterpriseSeen, b: EnterpriseSeen): Verdict {
  const uscc = a.uscc !== null && a.uscc === b.uscc;
  const phone = a.phone !== null && a.phone === b.phone;
  const name = comparable(a.name) === comparable(b.name);
  const contradicts = a.uscc !== null && b.uscc !== null && !uscc;
  const sameness = uscc ? 'same' : name && !contradicts ? 'likely' : 'distinct';
  return verdict(sameness, [uscc && 'uscc', phone && 'phone', name && 'name']);
}

const ORDER: Readonly<Record<Sameness, number>> = { same: 0, likely: 1, distinct: 2 };

/** Of several candidates the ones to be dealt with: a certain one alone, else all that are likely, the best first. */
export function best<T>(found: readonly (readonly [T, Verdict])[]): (readonly [T, Verdict])[] {
  const ranked = found
    .filter(([, { sameness }]) => sameness !== 'distinct')
    .sort(([, a], [, b]) => ORDER[a.sameness] - ORDER[b.sameness] || b.reasons.length - a.reasons.length);
  const certain = ranked.filter(([, { sameness }]) => sameness === 'same').slice(0, 1);
  return certain.length > 0 ? certain : ranked;
}

const verdict = (sameness: Sameness, reasons: readonly (MatchReason | false)[]): Verdict => ({
  sameness,
  reasons: reasons.filter((reason) => reason !== false),
});

function serialsOf(a: MachineSeen, b: MachineSeen): 'equal' | 'alike' | 'different' | 'unknown' {
  if (a.serial === null || b.serial === null) return 'unknown';
  const [one, other] = [comparable(a.serial), comparable(b.serial)];
  if (one === other) return 'equal';
  return readAlike(one, other) ? 'alike' : 'different';
}

/** An illegible nameplate contradicts nothing; a maker's name before the model is often left out. */
function modelsAlike(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true;
  const [one, other] = [comparable(a), comparable(b)];
  return one.endsWith(other) || other.endsWith(one) || readAlike(one, other);
}

const sameRound = (a: Seen, b: Seen): boolean => a.by !== null && a.by === b.by && Math.abs(a.at - b.at) < ONE_ROUND;

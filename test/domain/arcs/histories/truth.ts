import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../../../../src/kernel/time';

/**
 * What really happened, as nobody but a test knows it: starts of a chip by another hand, its contacts, its clock, what was
 * authorised and what burned. Written from docs/chip-protocol.md and the domain alone.
 */
export interface History {
  readonly boots: readonly TrueBoot[];
  readonly jobs: readonly TrueJob[];
  readonly codes: readonly TrueCode[];
  readonly arcs: readonly TrueArc[];
  /** The buffer goes out before the birth: not as the protocol has it, but chips do. */
  readonly birthLast: boolean;
}

type ClockKind = 'right' | 'none' | '1970' | 'ahead' | 'behind' | 'stepping';

export interface TrueBoot {
  readonly boot: number;
  readonly began: Instant;
  readonly ended: Instant;
  /** From when on the chip was connected in this boot; null: never. */
  readonly contactFrom: Instant | null;
  readonly clock: ClockKind;
  readonly drift: number;
}

/** A job started over the network. */
interface TrueJob {
  readonly id: string;
  readonly boot: number;
  readonly from: Instant;
  readonly to: Instant;
}

/** A one-time code, and when it was typed into the chip. */
interface TrueCode {
  readonly jobId: string;
  readonly boot: number;
  readonly issuedAt: Instant;
  readonly validUntil: Instant;
  readonly hours: number;
  readonly typedAt: Instant;
}

interface TrueArc {
  readonly boot: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly claims: string | null;
  /** By the oracle: whether anything authorised it. */
  readonly honest: boolean;
}

/** mulberry32: small, even enough, and the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const CLOCKS: readonly ClockKind[] = ['right', 'none', '1970', 'ahead', 'behind', 'stepping'];
const START = Date.parse('2026-06-10T00:00:00Z');

/** Apart from what was authorised by more than any grace. */
const APART = 30 * SECOND;

/** Between two starts the chip had no power for at least so long. */
const OFF = 2 * MINUTE;

export function historyOf(seed: number): History {
  const random = seeded(seed);
  const between = (low: number, high: number): number => Math.round(low + random() * (high - low));
  const oneOf = <T>(list: readonly T[]): T => list[between(0, list.length - 1)]!;
  const clock = oneOf(CLOCKS);
  const boots: TrueBoot[] = [];
  const jobs: TrueJob[] = [];
  const codes: TrueCode[] = [];
  const arcs: TrueArc[] = [];
  const count = between(2, 5);
  let at = START + between(0, HOUR);
  for (let boot = 1; boot <= count; boot += 1) {
    const began = at + between(OFF, oneOf([10 * MINUTE, 3 * HOUR, DAY]));
    const ended = began + between(40 * MINUTE, 7 * HOUR);
    // the last start is always heard of: else nobody would know of any
    const contact = boot === count || random() < 0.45;
    const contactFrom = contact ? began + (random() < 0.5 ? SECOND : between(MINUTE, 20 * MINUTE)) : null;
    boots.push({ boot, began, ended, contactFrom, clock, drift: (random() - 0.5) * 1e-4 });
    at = ended;
  }
  for (const one of boots) fill(one);
  return { boots, jobs, codes, arcs, birthLast: random() < 0.15 };

  function fill({ boot, began, ended, contactFrom }: TrueBoot): void {
    const kind = random();
    if (contactFrom !== null && kind < 0.6) return online(boot, contactFrom, began, ended);
    if (kind < 0.85) return offline(boot, began, ended);
    burn(boot, began + MINUTE, ended - MINUTE, null, false);
  }

  /** Work authorised over the network; sometimes an arc before it, or after it. */
  function online(boot: number, contactFrom: Instant, began: Instant, ended: Instant): void {
    const from = contactFrom + between(MINUTE, 10 * MINUTE);
    const to = Math.min(from + between(10 * MINUTE, 3 * HOUR), ended - MINUTE);
    if (to - from < 5 * MINUTE) return;
    const id = `ON${boot}`;
    jobs.push({ id, boot, from, to });
    burn(boot, from + SECOND, to - SECOND, random() < 0.7 ? id : null, true);
    if (random() < 0.5) burn(boot, began + 5 * SECOND, from - APART, null, false);
    if (random() < 0.5) burn(boot, to + APART, ended - SECOND, random() < 0.3 ? id : null, false);
  }

  /** Work by a one-time code: typed in time, or so late that the chip was heard of after the code's end and before. */
  function offline(boot: number, began: Instant, ended: Instant): void {
    const typedAt = began + between(MINUTE, Math.max(MINUTE, (ended - began) / 3));
    const lastHeard = lastContactBefore(boot);
    const late = lastHeard !== null && random() < 0.3;
    const validUntil = late ? lastHeard - between(2 * MINUTE, HOUR) : typedAt + between(2 * MINUTE, HOUR);
    const issuedAt = Math.min(validUntil, typedAt) - between(2 * MINUTE, 2 * HOUR);
    const hours = between(1, 8);
    const jobId = `OFF${boot}`;
    codes.push({ jobId, boot, issuedAt, validUntil, hours, typedAt });
    const to = Math.min(typedAt + hours * HOUR, ended - SECOND);
    burn(boot, typedAt + 5 * SECOND, to, random() < 0.7 ? jobId : null, !late);
    if (random() < 0.4) burn(boot, began + SECOND, typedAt - APART, random() < 0.3 ? jobId : null, false);
    if (random() < 0.4) burn(boot, typedAt + hours * HOUR + APART, ended - SECOND, null, false);
  }

  /** The last moment of which the platform surely knows that it lies before a boot. */
  function lastContactBefore(boot: number): Instant | null {
    const heard = boots.filter((one) => one.boot < boot && one.contactFrom !== null);
    return heard.length === 0 ? null : heard.at(-1)!.contactFrom!;
  }

  function burn(boot: number, from: Instant, to: Instant, claims: string | null, honest: boolean): void {
    if (to - from < 10 * SECOND) return;
    const start = between(from, to - 8 * SECOND);
    const end = Math.min(to, start + between(4 * SECOND, 10 * MINUTE));
    arcs.push({ boot, from: start, to: end, claims, honest });
  }
}

import { createHash } from 'node:crypto';
import { DAY, HOUR, type Instant } from '../../../../src/kernel/time';
import type { Birth, ChipEvent, ChipMessage, Events } from '../../../../src/modules/telemetry/chip-message';
import { seeded, type History, type TrueBoot } from './truth';

export const CHIP = 'TEST0000000001';

/** Messages that arrive together, in the order in which they arrive. */
export type Batch = readonly ChipMessage[];

interface Said {
  readonly at: Instant;
  readonly event: Omit<ChipEvent, 't' | 'up'>;
}

const BLANK = { job: null, outlet: 1, hotp: null, hours: null, code: null };

/** What the chip's own clock shows. */
function shown({ clock, began }: TrueBoot, at: Instant, random: () => number): Instant | null {
  switch (clock) {
    case 'right':
      return at;
    case 'none':
      return null;
    case '1970':
      return at - began;
    case 'ahead':
      return at + DAY;
    case 'behind':
      return at - 3 * HOUR;
    case 'stepping':
      return at + Math.round((random() - 0.5) * 8 * HOUR);
  }
}

const upOf = ({ began, drift }: TrueBoot, at: Instant): number => Math.round((at - began) * (1 + drift));

/** What a chip sends of a history: live while it has contact, else from its buffer at the next contact, oldest first. */
export function sent(history: History, seed: number): Batch[] {
  const random = seeded(seed ^ 0x5eed);
  const live: { readonly at: Instant; readonly batch: Batch }[] = [];
  const buffer: Events[] = [];
  for (const boot of history.boots) {
    const before = saidIn(history, boot).map((one, n) => toMessage(boot, one, n + 1));
    const waiting = before.filter(({ at }) => boot.contactFrom === null || at < boot.contactFrom);
    buffer.push(...waiting.map(({ message }) => message));
    if (boot.contactFrom === null) continue;
    const receivedAt = boot.contactFrom + latency();
    const birth = birthOf(boot, boot.contactFrom, receivedAt);
    const buffered = buffer.splice(0).map((one, n) => ({ ...one, receivedAt: receivedAt + n }));
    for (const batch of portions(history.birthLast ? [...buffered, birth] : [birth, ...buffered]))
      live.push({ at: receivedAt, batch });
    for (const { at, message } of before.filter((one) => one.at >= boot.contactFrom!)) {
      const heard = at + latency();
      live.push({ at: heard, batch: [{ ...message, receivedAt: heard }] });
    }
  }
  return live.sort((a, b) => a.at - b.at).map(({ batch }) => batch);

  function latency(): number {
    return 50 + Math.round(random() * 400);
  }

  function portions(messages: ChipMessage[]): Batch[] {
    const cut = Math.round(random() * messages.length);
    return [messages.slice(0, cut), messages.slice(cut)].filter((some) => some.length > 0);
  }

  function toMessage(boot: TrueBoot, { at, event }: Said, seq: number): { at: Instant; message: Events } {
    const digest = createHash('sha256').update(`${boot.boot} ${seq}`).digest();
    const events = [{ ...event, t: shown(boot, at, random), up: upOf(boot, at) }];
    return { at, message: { type: 'events', chipNo: CHIP, receivedAt: at, boot: boot.boot, seq, digest, events } };
  }

  function birthOf(boot: TrueBoot, at: Instant, receivedAt: Instant): Birth {
    return {
      ...{ type: 'birth', chipNo: CHIP, receivedAt, boot: boot.boot, t: shown(boot, at, random), up: upOf(boot, at) },
      ...{ fw: null, hw: null, relay: 'open', tamper: false, rssi: null, hotp: 0, input: null },
    };
  }
}

function saidIn({ arcs, codes }: History, { boot }: TrueBoot): Said[] {
  const said: Said[] = codes
    .filter((code) => code.boot === boot)
    .map(({ typedAt, jobId, hours }) => ({
      at: typedAt,
      event: { ...BLANK, kind: 'offline-unlock', job: jobId, hotp: boot + 1, hours },
    }));
  for (const arc of arcs.filter((one) => one.boot === boot))
    said.push(
      { at: arc.from, event: { ...BLANK, kind: 'arc-start', job: arc.claims } },
      { at: arc.to, event: { ...BLANK, kind: 'arc-stop', job: arc.claims } },
    );
  return said.sort((a, b) => a.at - b.at);
}

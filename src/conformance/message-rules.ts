import Ajv, { type ValidateFunction } from 'ajv';
import type { PublishPacket } from 'aedes';
import { messageSchemas } from '../gateway/schemas/message-schemas';
import { shown } from './failure';

interface Seen {
  readonly text: string;
  readonly up: number | null;
}

/** Compiled once, by the name of the topic. */
const CHECKS: ReadonlyMap<string, ValidateFunction> = (() => {
  const ajv = new Ajv({ allowUnionTypes: true, strictRequired: false });
  const up = Object.entries(messageSchemas()).filter(([name]) => name.startsWith('up-'));
  return new Map(up.map(([name, schema]) => [name.slice('up-'.length, -'.json'.length), ajv.compile(schema)]));
})();

/** What holds for every message, whatever a case is about: form, numbers, bytes. Each kind of fault is told once. */
export class MessageRules {
  readonly faults: string[] = [];
  /** By boot, then by number. */
  private readonly seen = new Map<number, Map<number, Seen>>();
  private bornSinceConnect = false;

  connected(): void {
    this.bornSinceConnect = false;
  }

  subscribed(chipNo: string, filter: string): void {
    const root = `hanan/v1/chips/${chipNo}/down/`;
    if (!['#', '+', 'commands', 'acks'].some((rest) => filter === root + rest))
      this.tell(`subscribes to ${filter}: only its own down/#, down/+, down/commands and down/acks are allowed`);
  }

  /** The kind of the message, null for a topic that is not the chip's. */
  heard(chipNo: string, { topic, qos }: PublishPacket, text: string): string | null {
    const root = `hanan/v1/chips/${chipNo}/up/`;
    const kind = topic.startsWith(root) ? topic.slice(root.length) : '';
    const check = CHECKS.get(kind);
    if (!check) {
      this.tell(`publishes to ${topic}: that is none of its topics`);
      return null;
    }
    if (qos !== 1) this.tell(`publishes ${kind} with QoS ${qos} instead of 1`);
    if (Buffer.byteLength(text) > 16 * 1_024) this.tell(`a message on ${kind} is over 16 KiB`);
    const body = this.parsed(kind, text);
    if (body !== null) {
      if (!check(body))
        this.tell(
          `${kind}: ${check.errors?.[0]?.instancePath ?? ''} ${check.errors?.[0]?.message ?? ''} in ${shown(body)}`,
        );
      this.order(kind, body as Record<string, unknown>, text);
    }
    return kind;
  }

  /** Numbers that never came, although later ones did. */
  gaps(): string[] {
    return [...this.seen].flatMap(([boot, seqs]) => {
      const highest = Math.max(...seqs.keys());
      const missing = Array.from({ length: highest }, (_, i) => i + 1).filter((seq) => !seqs.has(seq));
      return missing.length > 0 ? [`boot ${boot}: number ${missing[0]} never came, ${highest} did`] : [];
    });
  }

  private parsed(kind: string, text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      this.tell(`${kind} is not JSON: ${text.slice(0, 200)}`);
      return null;
    }
  }

  private order(kind: string, body: Record<string, unknown>, text: string): void {
    if (kind === 'birth') this.bornSinceConnect = true;
    if (kind === 'death') return;
    if (!this.bornSinceConnect) this.tell(`${kind} came before the birth: after each connect the birth comes first`);
    if (kind !== 'samples' && kind !== 'events') return;
    const { boot, seq } = body;
    if (!Number.isSafeInteger(boot) || !Number.isSafeInteger(seq)) return;
    const ofBoot = this.seen.get(Number(boot)) ?? new Map<number, Seen>();
    this.seen.set(Number(boot), ofBoot);
    const before = ofBoot.get(Number(seq));
    if (before && before.text !== text)
      this.tell(
        `number ${Number(seq)} of boot ${Number(boot)} came with other bytes: first ${before.text.slice(0, 120)}, then ${text.slice(0, 120)}`,
      );
    const up = lastUp(body);
    const previous = ofBoot.get(Number(seq) - 1)?.up ?? null;
    if (!before && up !== null && previous !== null && up < previous)
      this.tell(`up goes back: ${up} in number ${Number(seq)} after ${previous}`);
    if (!before) ofBoot.set(Number(seq), { text, up });
  }

  private tell(fault: string): void {
    const kind = fault.split(':')[0]!;
    if (!this.faults.some((one) => one.startsWith(kind))) this.faults.push(fault);
  }
}

function lastUp(body: Record<string, unknown>): number | null {
  const list = body['samples'] ?? body['events'];
  const last = Array.isArray(list) ? (list.at(-1) as { up?: unknown } | undefined) : undefined;
  return typeof last?.up === 'number' ? last.up : null;
}

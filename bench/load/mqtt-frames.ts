/** MQTT 3.1.1 as far as the chips of a bench need it. Node's own client would take as long for a message as the platform. */

const TYPES = { connack: 2, publish: 3, puback: 4, suback: 9 } as const;

export type Frame =
  | { readonly kind: 'connack'; readonly code: number }
  | { readonly kind: 'suback' }
  | { readonly kind: 'puback' }
  | { readonly kind: 'publish'; readonly topic: string; readonly payload: Buffer; readonly id: number | null };

const text = (value: string): Buffer => {
  const bytes = Buffer.from(value);
  return Buffer.concat([number(bytes.length), bytes]);
};

const number = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);

function packet(head: number, ...parts: readonly Buffer[]): Buffer {
  let left = parts.reduce((sum, part) => sum + part.length, 0);
  const length: number[] = [];
  do {
    length.push((left & 0x7f) | (left > 0x7f ? 0x80 : 0));
    left >>= 7;
  } while (left > 0);
  return Buffer.concat([Buffer.from([head, ...length]), ...parts]);
}

const KEEP_ALIVE_S = 60;
const CLEAN_WITH_PASSWORD = 0xc2;

export const connectPacket = (clientId: string, password: string): Buffer =>
  packet(0x10, text('MQTT'), Buffer.from([4, CLEAN_WITH_PASSWORD]), number(KEEP_ALIVE_S), text(clientId), text(clientId), text(password)); // prettier-ignore

export const subscribePacket = (filter: string): Buffer => packet(0x82, number(1), text(filter), Buffer.from([1]));

/** QoS 1. */
export const publishPacket = (topic: Buffer, id: number, payload: string): Buffer =>
  packet(0x32, topic, number(id), Buffer.from(payload));

export const topicBytes = text;

export const pubackPacket = (id: number): Buffer => packet(0x40, number(id));

/** Cuts a stream of bytes into frames. */
export class FrameReader {
  private rest: Buffer = Buffer.alloc(0);

  take(chunk: Buffer): Frame[] {
    let left = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const frames: Frame[] = [];
    for (let cut = cutFrame(left); cut !== null; cut = cutFrame(left)) {
      frames.push(readFrame(left[0]!, left.subarray(cut.from, cut.to)));
      left = left.subarray(cut.to);
    }
    this.rest = left;
    return frames;
  }
}

function cutFrame(bytes: Buffer): { from: number; to: number } | null {
  let length = 0;
  for (let at = 1; at < bytes.length; at += 1) {
    length |= (bytes[at]! & 0x7f) << (7 * (at - 1));
    if ((bytes[at]! & 0x80) !== 0) continue;
    const to = at + 1 + length;
    return to <= bytes.length ? { from: at + 1, to } : null;
  }
  return null;
}

function readFrame(head: number, body: Buffer): Frame {
  switch (head >> 4) {
    case TYPES.connack:
      return { kind: 'connack', code: body[1] ?? -1 };
    case TYPES.suback:
      return { kind: 'suback' };
    case TYPES.puback:
      return { kind: 'puback' };
    case TYPES.publish: {
      const end = 2 + body.readUInt16BE(0);
      const confirmed = (head & 0x06) !== 0;
      const id = confirmed ? body.readUInt16BE(end) : null;
      return {
        kind: 'publish',
        topic: body.toString('utf8', 2, end),
        payload: body.subarray(confirmed ? end + 2 : end),
        id,
      };
    }
    default:
      throw new Error(`a frame of type ${head >> 4}`);
  }
}

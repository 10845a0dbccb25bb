/**
 * Reads along with an MQTT stream and tells when a packet announces more bytes than it may have: before they arrive, so
 * that nobody can make the broker gather them.
 */
export class PacketLimit {
  /** Bytes still to come of the packet that is passing. */
  private left = 0;
  /** Where in a fixed header the stream stands: 0 before it, else the number of the length's byte that comes next. */
  private lengthByte = 0;
  private length = 0;

  constructor(private readonly longest: number) {}

  /** False once a packet is too long; the stream must not be read on then. */
  passes(chunk: Uint8Array): boolean {
    let at = 0;
    while (at < chunk.length) {
      if (this.left > 0) {
        const step = Math.min(this.left, chunk.length - at);
        this.left -= step;
        at += step;
      } else if (!this.header(chunk[at++]!)) return false;
    }
    return true;
  }

  /** One type byte, then the remaining length: seven bits a byte, the lowest first, four bytes at most (MQTT 3.1.1, 2.2.3). */
  private header(byte: number): boolean {
    if (this.lengthByte === 0) {
      this.lengthByte = 1;
      this.length = 0;
      return true;
    }
    this.length += (byte & 0x7f) << (7 * (this.lengthByte - 1));
    if (this.length > this.longest) return false;
    if ((byte & 0x80) !== 0) {
      this.lengthByte += 1;
      return this.lengthByte <= 4;
    }
    this.left = this.length;
    this.lengthByte = 0;
    return true;
  }
}

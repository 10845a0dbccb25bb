import sharp from 'sharp';
import { exifPosition } from '../../../src/platform/files/exif-position';
import { takePicture } from '../../../src/platform/files/picture';

type Rational = readonly [number, number];
interface Gps {
  readonly lat: readonly Rational[];
  readonly latRef: string;
  readonly lng: readonly Rational[];
  readonly lngRef: string;
}

const YUZHOU: Gps = {
  lat: [[34, 1], [9, 1], [1_234, 100]], // prettier-ignore
  latRef: 'N',
  lng: [[113, 1], [28, 1], [5_678, 100]], // prettier-ignore
  lngRef: 'E',
};
const LAT = 34 + 9 / 60 + 12.34 / 3_600;
const LNG = 113 + 28 / 60 + 56.78 / 3_600;

/** A TIFF block as cameras write it: a first directory that points to the one of GPS, whose rationals follow it. */
class Exif {
  readonly bytes: Buffer;
  readonly gpsAt = 26;
  private readonly big: boolean;

  constructor({ lat, latRef, lng, lngRef }: Gps = YUZHOU, order: 'II' | 'MM' = 'II') {
    this.big = order === 'MM';
    const dataAt = this.gpsAt + 2 + 4 * 12 + 4;
    this.bytes = Buffer.alloc(dataAt + 8 * (lat.length + lng.length));
    this.bytes.write(order, 'latin1');
    this.short(2, 42).long(4, 8).short(8, 1).entry(10, 0x8825, 4, 1).long(18, this.gpsAt);
    const lngAt = dataAt + 8 * lat.length;
    this.short(this.gpsAt, 4);
    this.entry(this.gpsAt + 2, 1, 2, 2).bytes.write(latRef, this.gpsAt + 10, 'latin1');
    this.entry(this.gpsAt + 14, 2, 5, lat.length).long(this.gpsAt + 22, dataAt);
    this.entry(this.gpsAt + 26, 3, 2, 2).bytes.write(lngRef, this.gpsAt + 34, 'latin1');
    this.entry(this.gpsAt + 38, 4, 5, lng.length).long(this.gpsAt + 46, lngAt);
    for (const [at, parts] of [
      [dataAt, lat],
      [lngAt, lng],
    ] as const)
      // prettier-ignore
      parts.forEach(([over, under], i) => this.long(at + 8 * i, over).long(at + 8 * i + 4, under));
  }

  short(at: number, value: number): this {
    if (this.big) this.bytes.writeUInt16BE(value, at);
    else this.bytes.writeUInt16LE(value, at);
    return this;
  }

  long(at: number, value: number): this {
    if (this.big) this.bytes.writeUInt32BE(value, at);
    else this.bytes.writeUInt32LE(value, at);
    return this;
  }

  private entry(at: number, tag: number, type: number, count: number): this {
    return this.short(at, tag).short(at + 2, type).long(at + 4, count); // prettier-ignore
  }
}

const zero: Rational = [0, 1];
const read = (gps: Partial<Gps>) => exifPosition(new Exif({ ...YUZHOU, ...gps }).bytes);

describe('where a photo says it was taken', () => {
  it.each(['II', 'MM'] as const)('in byte order %s, with and without the header of JPEG', (order) => {
    const { bytes } = new Exif(YUZHOU, order);
    const position = { lat: expect.closeTo(LAT, 9), lng: expect.closeTo(LNG, 9) };
    expect(exifPosition(bytes)).toEqual(position);
    expect(exifPosition(Buffer.concat([Buffer.from('Exif\0\0'), bytes]))).toEqual(position);
  });

  it('south of the equator and west of Greenwich', () => {
    expect(read({ latRef: 'S' })).toEqual({ lat: expect.closeTo(-LAT, 9), lng: expect.closeTo(LNG, 9) });
    expect(read({ lngRef: 'W' })).toEqual({ lat: expect.closeTo(LAT, 9), lng: expect.closeTo(-LNG, 9) });
  });

  it.each<[string, Partial<Gps>]>([
    ['0,0 of a phone without a fix', { lat: [zero, zero, zero], lng: [zero, zero, zero] }],
    ['nothing over nothing', { lat: [[0, 0], zero, zero] }],
    ['degrees over nothing', { lng: [[113, 0], zero, zero] }],
    ['rationals that fill their 32 bits', { lat: [[0xffffffff, 1], zero, zero] }],
    ['a latitude beyond the pole', { lat: [[90, 1], [0, 1], [1, 100]] }], // prettier-ignore
    ['a longitude beyond the date line', { lng: [[180, 1], [0, 1], [1, 100]] }], // prettier-ignore
    ['degrees alone', { lat: [[34, 1]] }],
    ['no rationals', { lat: [], lng: [] }],
  ])('says nothing sensible: %s', (_, gps) => {
    expect(read(gps)).toBeNull();
  });

  it('large numerators and denominators are exact to nine digits', () => {
    expect(read({ lat: [[3_415_342_777, 100_000_000], zero, zero] })?.lat).toBeCloseTo(34.15342777, 9);
  });

  it('a photo turned by its orientation keeps its place, and the kept photo tells of none', async () => {
    const IFD3 = { GPSLatitudeRef: 'N', GPSLatitude: '34/1 9/1 1234/100', GPSLongitudeRef: 'E', GPSLongitude: '113/1 28/1 5678/100' }; // prettier-ignore
    const photo = sharp({ create: { width: 40, height: 20, channels: 3, background: '#c0703a' } });
    const upload = await photo.withMetadata({ orientation: 6 }).withExifMerge({ IFD3 }).jpeg().toBuffer();
    const taken = await takePicture(upload);
    if (!taken.ok) throw new Error(taken.refusal.code);
    const { width, height, takenAt, bytes } = taken.value;
    expect({ width, height }).toEqual({ width: 20, height: 40 });
    expect(takenAt).toEqual({ lat: expect.closeTo(LAT, 6), lng: expect.closeTo(LNG, 6) });
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });
});

describe('EXIF that is broken or made to harm', () => {
  it('cut short anywhere: no position, and no fault', () => {
    const { bytes } = new Exif();
    for (let length = 0; length < bytes.length; length += 1) expect(exifPosition(bytes.subarray(0, length))).toBeNull();
  });

  it.each([
    ['no byte order', Buffer.alloc(64)],
    ['text', Buffer.from('<x:xmpmeta xmlns:x="adobe:ns:meta/">'.repeat(9))],
    ['a first directory behind the end', new Exif().long(4, 0xfffffff0).bytes],
    ['a GPS directory behind the end', new Exif().long(18, 0xfffffff0).bytes],
    ['a GPS directory that is the first one', new Exif().long(18, 8).bytes],
    ['a GPS directory that is the header', new Exif().long(18, 1).bytes],
    ['rationals behind the end', new Exif().long(26 + 22, 0xfffffff0).bytes],
    ['more entries than bytes', new Exif().short(26, 0xffff).bytes],
  ])('%s', (_, bytes) => {
    expect(exifPosition(bytes)).toBeNull();
  });

  it.each([['JPEG', 65_000], ['PNG and WebP', 4_000_000]])('%s: entries that each claim the whole block', (_, size) => {
    const began = performance.now();
    expect(exifPosition(greedy(size))).toBeNull();
    expect(performance.now() - began).toBeLessThan(2_000);
  }); // prettier-ignore

  it('does not fail the upload', async () => {
    const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888888' } })
      .jpeg()
      .toBuffer();
    for (const block of [greedy(65_000), new Exif().bytes.subarray(0, 50), Buffer.from('MM')]) {
      const taken = await takePicture(withBlock(photo, block));
      expect(taken.ok && taken.value.takenAt).toBeNull();
    }
  });
});

/** One directory that fills the block and is the first, the EXIF and the GPS one at once; each entry is as long as the block. */
function greedy(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  const entries = Math.min(0xffff, Math.floor((size - 14) / 12));
  bytes.writeUInt16LE(entries, 8);
  for (let i = 0; i < entries; i += 1) {
    const at = 10 + 12 * i;
    const pointer = [0x8825, 0x8769][i];
    bytes.writeUInt16LE(pointer ?? (20_000 + i) & 0xffff, at);
    bytes.writeUInt16LE(pointer ? 4 : (i % 2) + 1, at + 2); // numbers of a byte, and text
    bytes.writeUInt32LE(pointer ? 1 : 0xffffffff, at + 4);
    bytes.writeUInt32LE(pointer ? 8 : 12, at + 8);
  }
  return bytes;
}

/** The photo with a block of EXIF put behind its first marker. */
function withBlock(jpeg: Buffer, block: Buffer): Buffer {
  const head = Buffer.from('\xff\xe1\0\0Exif\0\0', 'latin1');
  head.writeUInt16BE(block.length + 8, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, block, jpeg.subarray(2)]);
}

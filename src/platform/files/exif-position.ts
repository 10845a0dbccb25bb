import type { Position } from '../../kernel/geo';

/** EXIF 2.32: tag of the GPS directory in the first one, and of the four entries in it that tell a position. */
const GPS_DIRECTORY = 0x8825;
const LAT_REF = 1;
const LAT = 2;
const LNG_REF = 3;
const LNG = 4;

const HEADER = Buffer.from('Exif\0\0', 'latin1');
const ENTRY_BYTES = 12;

/** Where a photo says it was taken, in WGS-84 degrees; null where it says nothing or nothing sensible. */
export function exifPosition(exif: Buffer): Position | null {
  try {
    const tiff = exif.subarray(0, HEADER.length).equals(HEADER) ? exif.subarray(HEADER.length) : exif;
    return positionIn(new TiffReader(tiff));
  } catch {
    return null; // cut short or lying about its offsets: a phone's doubtful word is no position
  }
}

function positionIn(tiff: TiffReader): Position | null {
  const gps = tiff.pointer(tiff.firstDirectory, GPS_DIRECTORY);
  if (gps === null) return null;
  const lat = tiff.degrees(gps, LAT, tiff.letter(gps, LAT_REF) === 'S');
  const lng = tiff.degrees(gps, LNG, tiff.letter(gps, LNG_REF) === 'W');
  if (lat === null || lng === null) return null;
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null;
}

/** Just enough of TIFF 6.0: directories of 12-byte entries in either byte order. */
class TiffReader {
  private readonly little: boolean;

  constructor(private readonly bytes: Buffer) {
    this.little = bytes.toString('latin1', 0, 2) === 'II';
  }

  get firstDirectory(): number {
    return this.long(4);
  }

  pointer(directory: number, tag: number): number | null {
    const entry = this.entry(directory, tag);
    return entry === null ? null : this.long(entry + 8);
  }

  letter(directory: number, tag: number): string | null {
    const entry = this.entry(directory, tag);
    return entry === null ? null : this.bytes.toString('latin1', entry + 8, entry + 9);
  }

  /** Three rationals: degrees, minutes, seconds. */
  degrees(directory: number, tag: number, negative: boolean): number | null {
    const at = this.pointer(directory, tag);
    if (at === null) return null;
    const value = this.rational(at) + this.rational(at + 8) / 60 + this.rational(at + 16) / 3600;
    if (!Number.isFinite(value)) return null;
    return negative ? -value : value;
  }

  private entry(directory: number, tag: number): number | null {
    const count = this.short(directory);
    for (let at = directory + 2, i = 0; i < count; at += ENTRY_BYTES, i += 1) if (this.short(at) === tag) return at;
    return null;
  }

  private rational(at: number): number {
    return this.long(at) / this.long(at + 4);
  }

  private short(at: number): number {
    return this.little ? this.bytes.readUInt16LE(at) : this.bytes.readUInt16BE(at);
  }

  private long(at: number): number {
    return this.little ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at);
  }
}

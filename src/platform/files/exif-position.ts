import readExif from 'exif-reader';
import { isRealPosition, type Position } from '../../kernel/geo';

/** The position that a photo carries, in WGS-84 degrees; null if it carries none or an impossible one. */
export function exifPosition(exif: Buffer): Position | null {
  try {
    const gps = readExif(rationed(exif)).GPSInfo;
    const lat = degrees(gps?.GPSLatitude, gps?.GPSLatitudeRef, 'S');
    const lng = degrees(gps?.GPSLongitude, gps?.GPSLongitudeRef, 'W');
    return lat !== null && lng !== null && isRealPosition({ lat, lng }) ? { lat, lng } : null;
  } catch {
    return null; // cut short, lying about its offsets or greedy: a phone's doubtful word is no position
  }
}

function degrees(parts: unknown, hemisphere: unknown, negative: string): number | null {
  if (!isTriple(parts)) return null;
  const [whole, minutes, seconds] = parts;
  const value = whole + minutes / 60 + seconds / 3600;
  return String(hemisphere).startsWith(negative) ? -value : value;
}

/** The types of `exif-reader` say what EXIF asks for, not what a file holds: null if it is cut off, any count of values. */
const isTriple = (parts: unknown): parts is [number, number, number] =>
  Array.isArray(parts) && parts.length === 3 && parts.every(Number.isFinite);

/** A phone's photo takes about a thousand, and one for each byte of its maker's note: a JPEG holds no more than 64 KB. */
const MOST_STEPS = 200_000;

/**
 * The same bytes, readable for a limited number of steps. `exif-reader` believes every count and copies every value. So
 * 30 KB of overlapping entries would fill 2 GB and stop the process.
 */
function rationed(exif: Buffer): Buffer {
  let left = MOST_STEPS;
  const spend = (steps: number): void => {
    left -= steps;
    if (left < 0) throw new RangeError('EXIF takes too many steps to read');
  };
  return new Proxy(exif, {
    get(bytes, key) {
      spend(1);
      const value: unknown = Reflect.get(bytes, key, bytes);
      if (typeof value !== 'function') return value;
      return (...args: number[]): unknown => {
        const answer: unknown = value.apply(bytes, args);
        if (Buffer.isBuffer(answer)) spend(answer.length); // a slice of text is walked to its end
        return answer;
      };
    },
  });
}

import { create } from 'qrcode';
import sharp from 'sharp';

/** White around a QR picture, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4;

interface QrPicture {
  /** Modules on a side, with the white around them. */
  readonly size: number;
  readonly isDark: (x: number, y: number) => boolean;
}

/** Level H: nearly a third of it may be scratched or painted over. */
function qrPicture(address: string): QrPicture {
  const { modules } = create(address, { errorCorrectionLevel: 'H' });
  const inside = (i: number): boolean => i >= QUIET_ZONE && i < modules.size + QUIET_ZONE;
  return {
    size: modules.size + 2 * QUIET_ZONE,
    isDark: (x, y) => inside(x) && inside(y) && modules.get(y - QUIET_ZONE, x - QUIET_ZONE) === 1,
  };
}

/** The dark modules as a path, one unit a module, neighbours in a row as one piece. */
export function qrPath(address: string): { readonly path: string; readonly size: number } {
  const { size, isDark } = qrPicture(address);
  let path = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = x;
      while (isDark(x, y)) x += 1;
      if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`;
    }
  }
  return { path, size };
}

/** A picture with whole pixels a module, so that no edge is blurred. */
export async function qrPng(
  address: string,
  pixelsAModule: number,
): Promise<{ readonly png: Buffer; readonly width: number }> {
  const { size, isDark } = qrPicture(address);
  const width = size * pixelsAModule;
  const grey = Buffer.alloc(size * size, 255);
  for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) if (isDark(x, y)) grey[y * size + x] = 0;
  const png = await sharp(grey, { raw: { width: size, height: size, channels: 1 } })
    .resize(width, width, { kernel: 'nearest' })
    .toColourspace('b-w')
    .png()
    .toBuffer();
  return { png, width };
}

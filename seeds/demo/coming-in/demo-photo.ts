import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { DAY } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import { iso, type DemoContext, type DemoCounty } from '../demo-context';

const SIZE = { width: 640, height: 480 };

/** A welding machine as a child would draw it: nobody takes it for a photo of a real one. */
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480">
  <rect width="640" height="480" fill="#d8dee6"/><rect y="370" width="640" height="110" fill="#aab4c0"/>
  <rect x="190" y="140" width="260" height="230" rx="14" fill="#d9822b"/><rect x="210" y="165" width="220" height="80" fill="#39424e"/>
  <circle cx="260" cy="205" r="24" fill="#e8edf3"/><circle cx="320" cy="205" r="24" fill="#e8edf3"/><circle cx="380" cy="205" r="24" fill="#e8edf3"/>
  <rect x="225" y="270" width="120" height="60" fill="#f4f6f9"/><rect x="365" y="268" width="62" height="62" fill="#ffffff" stroke="#39424e" stroke-width="6"/>
  <path d="M450 330 C 540 330 520 420 600 410" fill="none" stroke="#222a33" stroke-width="14"/></svg>`;

/** One picture for all that asks for one. */
export const insertDemoPhoto = (tx: Tx, context: DemoContext, { userIds }: DemoCounty): Promise<string> =>
  insertDrawing(tx, context, DRAWING, userIds['grid'] ?? null);

/** A drawing of 640 × 480 as a photo that somebody took a fortnight ago; null: somebody without an account. */
export async function insertDrawing(
  tx: Tx,
  { now, ids }: DemoContext,
  svg: string,
  takenBy: string | null,
): Promise<string> {
  const bytes = await sharp(Buffer.from(svg)).resize(SIZE).jpeg().toBuffer();
  const id = ids.next(now - 15 * DAY);
  await bulkInsert(tx, 'files', [
    {
      ...{ id, media_type: 'image/jpeg', sha256: createHash('sha256').update(bytes).digest('hex'), ...SIZE },
      ...{ bytes: `\\x${bytes.toString('hex')}`, uploaded_by: takenBy, uploaded_at: iso(now - 15 * DAY) },
    },
  ]);
  return id;
}

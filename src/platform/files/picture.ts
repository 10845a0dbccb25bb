import { createHash } from 'node:crypto';
import sharp, { type Metadata, type OutputInfo } from 'sharp';
import { invalid, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Position } from '../../kernel/geo';
import { exifPosition } from './exif-position';

const LARGEST_UPLOAD_MEBIBYTES = 12;
export const LARGEST_UPLOAD_BYTES = LARGEST_UPLOAD_MEBIBYTES * 1024 * 1024;
const LARGEST_PIXELS = 40_000_000;
const LONGEST_SIDE = 2_048;

export const tooLarge = (): Refusal => invalid('file.too-large', { params: { mebibytes: LARGEST_UPLOAD_MEBIBYTES } });

/** The first bytes of JPEG, PNG and WebP. Nothing else reaches a decoder: each decoder less is an attack less. */
const SIGNATURES: readonly ((head: string) => boolean)[] = [
  (head) => head.startsWith('\xff\xd8\xff'),
  (head) => head.startsWith('\x89PNG\r\n\x1a\n'),
  (head) => head.startsWith('RIFF') && head.startsWith('WEBP', 8),
];

/** A photo as it is kept: re-encoded, so that nothing but pixels survives; where it was taken is told apart. */
export interface Picture {
  readonly mediaType: 'image/jpeg';
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly takenAt: Position | null;
}

/** Judges an upload by its content, never by its name or declared type. */
export async function takePicture(upload: Buffer): Promise<Result<Picture, Refusal>> {
  if (upload.length > LARGEST_UPLOAD_BYTES) return refused(tooLarge());
  const facts = isPicture(upload) ? await readFacts(upload) : null;
  if (!facts) return refused(invalid('file.not-a-picture'));
  if (facts.width * facts.height > LARGEST_PIXELS)
    return refused(invalid('file.too-many-pixels', { params: { megapixels: LARGEST_PIXELS / 1_000_000 } }));
  const encoded = await encode(upload);
  if (!encoded) return refused(invalid('file.not-a-picture'));
  return ok({
    mediaType: 'image/jpeg',
    bytes: encoded.data,
    sha256: createHash('sha256').update(encoded.data).digest('hex'),
    width: encoded.info.width,
    height: encoded.info.height,
    takenAt: facts.exif ? exifPosition(facts.exif) : null,
  });
}

const isPicture = (upload: Buffer): boolean => {
  const head = upload.toString('latin1', 0, 12);
  return SIGNATURES.some((signature) => signature(head));
};

const readFacts = (upload: Buffer): Promise<Metadata | null> =>
  sharp(upload, { limitInputPixels: false })
    .metadata()
    .catch(() => null);

/** Turned upright first, for the orientation goes with the rest of EXIF. A file that breaks while being decoded gives null. */
const encode = (upload: Buffer): Promise<{ data: Buffer; info: OutputInfo } | null> =>
  sharp(upload, { limitInputPixels: LARGEST_PIXELS, failOn: 'error' })
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 85 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);

import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Position } from '../../kernel/geo';
import { invalid, RefusalError, wrongField, type FieldError } from '../../kernel/refusal';
import { isReadable } from '../http/readable-request';
import { LARGEST_UPLOAD_BYTES, tooLarge } from './picture';

/** A form with photos, as it came over the wire: nothing about the photos is known yet. */
export interface PhotoForm {
  readonly photos: readonly Buffer[];
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Reads a form with `least` to `most` photos. What goes beyond the largest size is thrown away as it comes, so memory stays
 * bounded, and the form is read to its end, so that the sender hears the refusal instead of a broken line.
 */
export async function readPhotoForm(request: FastifyRequest, most = 1, least = 1): Promise<PhotoForm> {
  if (!request.isMultipart()) throw new RefusalError(invalid('file.form-expected'));
  const photos: Buffer[] = [];
  const fields: Record<string, string> = {};
  try {
    for await (const part of partsOf(request, most)) {
      if (part.type === 'file') photos.push(await bytesOf(part));
      else if (typeof part.value === 'string') fields[part.fieldname] = part.value;
    }
  } catch (fault) {
    throw refusalOf(fault, most) ?? fault;
  }
  const unreadable = Object.entries(fields).find(([name, value]) => !isReadable(name) || !isReadable(value));
  if (unreadable) throw new RefusalError(wrongField(isReadable(unreadable[0]) ? unreadable[0] : '', 'field.format'));
  if (photos.length < least) throw new RefusalError(invalid('file.missing'));
  return { photos, fields };
}

/** `lat` and `lng` of a form in WGS-84 degrees; null if neither is given. */
export function positionIn({ fields }: PhotoForm): Position | null {
  const lat = fields['lat']?.trim() ?? '';
  const lng = fields['lng']?.trim() ?? '';
  if (lat === '' && lng === '') return null;
  const wrong: FieldError[] = [];
  if (!isDegrees(lat, 90)) wrong.push({ path: 'lat', code: 'field.latitude' });
  if (!isDegrees(lng, 180)) wrong.push({ path: 'lng', code: 'field.longitude' });
  if (wrong.length > 0) throw new RefusalError(invalid('request.invalid', { errors: wrong }));
  return { lat: Number(lat), lng: Number(lng) };
}

const isDegrees = (text: string, most: number): boolean => text !== '' && Math.abs(Number(text)) <= most;

const partsOf = (request: FastifyRequest, most: number): AsyncIterableIterator<Multipart> =>
  request.parts({ limits: { files: most, fileSize: LARGEST_UPLOAD_BYTES } });

async function bytesOf({ file }: MultipartFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The parser calls the boundary its needle, and takes none of more than 256 signs. */
function refusalOf(fault: unknown, most: number): RefusalError | null {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new RefusalError(tooLarge());
  if (code === 'FST_FILES_LIMIT') return new RefusalError(invalid('file.too-many', { params: { most } }));
  const isFormBroken = code.startsWith('FST_') || /multipart|Premature|aborted|part header|needle/i.test(String(fault));
  return isFormBroken ? new RefusalError(invalid('file.form-unreadable')) : null;
}

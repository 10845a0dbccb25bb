import type { FastifyRequest } from 'fastify';
import { invalid, RefusalError } from '../../kernel/refusal';
import { isReadable } from '../../platform/http/readable-request';

const MEGABYTES = 32;

/** A table that was sent, with what it is said to hold. */
export interface TableForm {
  readonly kind: string;
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** Reads the one file of a form. Beyond the largest size the rest is thrown away as it comes. */
export async function readTableForm(request: FastifyRequest): Promise<TableForm> {
  if (!request.isMultipart()) throw new RefusalError(invalid('file.form-expected'));
  let kind = '';
  let fileName = '';
  const pieces: Buffer[] = [];
  let cut = false;
  try {
    for await (const part of request.parts({
      limits: { files: 1, fileSize: MEGABYTES * 1024 * 1024 },
      throwFileSizeLimit: false,
    } as never)) {
      if (part.type === 'file') {
        fileName = part.filename;
        for await (const piece of part.file) pieces.push(piece as Buffer);
        cut = part.file.truncated;
      } else if (part.fieldname === 'kind' && typeof part.value === 'string') kind = part.value;
    }
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'FST_REQ_FILE_TOO_LARGE') cut = true;
    else throw new RefusalError(invalid('file.form-unreadable'));
  }
  if (cut) throw new RefusalError(invalid('import.too-large', { params: { most: MEGABYTES } }));
  if (pieces.length === 0) throw new RefusalError(invalid('import.file-missing'));
  return { kind, fileName: shownName(fileName), bytes: Buffer.concat(pieces) };
}

const shownName = (name: string): string => {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return isReadable(last) && last !== '' ? last.slice(0, 120) : '-';
};

import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { StoredFile } from './file-store';

/** Evidence shows people: no browser keeps it once its page is gone. */
export function pictureAnswer(reply: FastifyReply, { bytes, mediaType, sha256 }: StoredFile): StreamableFile {
  reply.headers({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    etag: `"${sha256}"`,
  });
  return new StreamableFile(bytes, { type: mediaType, disposition: 'inline', length: bytes.length });
}

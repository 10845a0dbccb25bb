import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { StoredFile } from './file-store';

/** A kept photo never changes, so a browser may keep it too; only this person's browser, no proxy on the way. */
export function pictureAnswer(reply: FastifyReply, { bytes, mediaType, sha256 }: StoredFile): StreamableFile {
  reply.headers({
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    etag: `"${sha256}"`,
  });
  return new StreamableFile(bytes, { type: mediaType, disposition: 'inline', length: bytes.length });
}

import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Tx } from '../../../platform/database/unit-of-work';
import { FileStore } from '../../../platform/files/file-store';
import { wrongField } from '../permit-refusals';

export interface Evidence {
  readonly fileId: string;
  /** Goes into the audit trail: whoever changes the picture later is found out. */
  readonly sha256: string;
}

/** Photos and drawn signatures that come with a command: stored before, by the same person. */
@Injectable()
export class EvidenceFiles {
  constructor(private readonly files: FileStore) {}

  async check(
    tx: Tx,
    field: 'photoId' | 'signatureFileId',
    fileId: string | undefined,
    userId: string,
  ): Promise<Result<Evidence | null, Refusal>> {
    if (fileId === undefined) return ok(null);
    const file = await this.files.read(tx, fileId);
    return file?.uploadedBy === userId
      ? ok({ fileId, sha256: file.sha256 })
      : refused(wrongField(field, 'permit.file-unknown'));
  }
}

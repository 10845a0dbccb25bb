import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Request } from '../auth/request';
import { UnitOfWork } from '../database/unit-of-work';
import { FileUses } from './file-uses.view';
import { FileStore, type StoredFile } from './file-store';

/** A photo is shown to the person who took it, and to everybody who sees a record that it belongs to. */
@Injectable()
export class ReadPhoto {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
    private readonly uses: FileUses,
  ) {}

  async execute({ caller }: Request, id: string): Promise<Result<StoredFile, Refusal>> {
    const file = await this.uow.run(caller.scope, (tx) => this.files.read(tx, id));
    const seen = file?.uploadedBy === caller.userId || (file !== null && (await this.uses.isSeenBy(caller.scope, id)));
    return file && seen ? ok(file) : refused(notFound('file.not-found'));
  }
}

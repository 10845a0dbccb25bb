import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Request } from '../auth/request';
import { UnitOfWork } from '../database/unit-of-work';
import { FileStore, type StoredFile } from './file-store';

/** A photo for whoever knows its id: ids cannot be guessed, and stand only in records that the reader may see. */
@Injectable()
export class ReadPhoto {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
  ) {}

  async execute({ caller: { scope } }: Request, id: string): Promise<Result<StoredFile, Refusal>> {
    const file = await this.uow.run(scope, (tx) => this.files.read(tx, id));
    return file ? ok(file) : refused(notFound('file.not-found'));
  }
}

import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../kernel/refusal';
import { invalid } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { Journal } from '../audit/journal';
import type { Request } from '../auth/request';
import { systemScope } from '../database/scope';
import { UnitOfWork } from '../database/unit-of-work';
import { Clock } from '../time/clock';
import { FileStore } from './file-store';
import type { StoredPhoto } from './file.dto';
import { PhotoQuota } from './photo-quota';
import { type PhotoForm, positionIn } from './multipart-photo';

/** Keeps a photo of someone signed in. Its hash stands in the audit trail, so that a later swap of the picture shows. */
@Injectable()
export class StorePhoto {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
    private readonly quota: PhotoQuota,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** At the time of the last byte: on a slow line an upload arrives long after its request. */
  async execute({ caller }: Request, form: PhotoForm): Promise<Result<StoredPhoto, Refusal>> {
    const at = this.clock.now();
    const taken = positionIn(form);
    const [bytes] = form.photos;
    if (!bytes) return refused(invalid('file.missing'));
    const picture = await this.files.take(bytes);
    if (!picture.ok) return picture;
    const { sha256, width, height } = picture.value;
    return this.uow.run(systemScope('store-photo'), async (tx) => {
      const usedUp = await this.quota.refusal(tx, caller.userId, at);
      if (usedUp) return refused(usedUp);
      const { id } = await this.files.keep(tx, picture.value, { caller, at, taken });
      this.journal.record(tx, caller, at, [
        {
          action: 'file.stored',
          entity: 'file',
          entityId: id,
          regionCode: caller.regionCode,
          after: { sha256, width, height },
        },
      ]);
      return ok({ id, width, height, sha256 });
    });
  }
}

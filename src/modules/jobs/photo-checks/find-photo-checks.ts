import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { PhotoChecks, type PhotoCheck } from '../../permits/signboard/photo-checks';
import type { PhotoCheckPage, PhotoCheckQuery, PhotoCheckView } from './photo-check.dto';
import { PhotoCheckViews } from './photo-check.view';

@Injectable()
export class FindPhotoChecks {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly checks: PhotoChecks,
    private readonly views: PhotoCheckViews,
  ) {}

  async one({ caller }: Request, id: string): Promise<Result<PhotoCheckView, Refusal>> {
    const check = await this.uow.run(caller.scope, (tx) => this.checks.find(tx, id));
    const [view] = check ? await this.shown(caller, [check]) : [];
    return view ? ok(view) : refused(notFound('photo-check.not-found'));
  }

  async list({ caller }: Request, { mine, limit, cursor }: PhotoCheckQuery): Promise<PhotoCheckPage> {
    const asked = { waitsFor: mine ? caller : null, limit, cursor };
    const rows = await this.uow.run(caller.scope, (tx) => this.checks.list(tx, asked));
    const page = toPage(rows, limit, ({ photoId }) => photoId);
    return { ...page, items: await this.shown(caller, page.items) };
  }

  private shown(caller: Caller, checks: readonly PhotoCheck[]): Promise<PhotoCheckView[]> {
    return this.uow.run(systemScope('photo-check-view'), (tx) => this.views.load(tx, caller, checks));
  }
}

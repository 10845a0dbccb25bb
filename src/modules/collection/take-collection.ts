import { Injectable } from '@nestjs/common';
import { invalid, notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Collect } from './collect';
import { CollectCertificate } from './collect-certificate';
import type { CollectRequest } from './collection.dto';
import type { TypeNumberRequest } from './collected-subject.dto';
import type { CollectionView } from './collection-view.dto';
import { Collections } from './collections.view';
import { TypeNumber } from './type-number';

const LEAST_SIGNS = 8;

/** What a device sends is taken in and answered with what became of it. */
@Injectable()
export class TakeCollection {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly collect: Collect,
    private readonly certificates: CollectCertificate,
    private readonly numbers: TypeNumber,
    private readonly collections: Collections,
  ) {}

  async execute(
    request: Request,
    deviceNumber: string | undefined,
    body: CollectRequest,
  ): Promise<Result<CollectionView, Refusal>> {
    if (deviceNumber === undefined || deviceNumber.length < LEAST_SIGNS)
      return refused(invalid('collection.number-missing'));
    const taken = await this.collect.execute(request, deviceNumber, body);
    if (!taken.ok) return taken;
    await this.certificates.execute(request, taken.value, body.welder?.certificate);
    return this.view(request, taken.value.id);
  }

  async typeNumber(request: Request, id: string, body: TypeNumberRequest): Promise<Result<CollectionView, Refusal>> {
    const typed = await this.numbers.execute(request, id, body);
    return typed.ok ? this.view(request, id) : typed;
  }

  /** Under the system's scope: of a second look the collector sees who was first, wherever that record lies. */
  private async view({ caller }: Request, id: string): Promise<Result<CollectionView, Refusal>> {
    const view = await this.uow.run(systemScope('collected'), (tx) => this.collections.find(tx, caller.userId, id));
    return view ? ok(view) : refused(notFound('collection.not-found'));
  }
}

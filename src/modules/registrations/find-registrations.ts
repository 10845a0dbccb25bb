import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Call, Request } from '../../platform/auth/request';
import { Sealer } from '../../platform/database/sealer';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toPage } from '../../platform/http/page';
import { RegionsReader } from '../regions/regions.reader';
import { Duplicates } from './duplicates.view';
import type { PlacesView, RegistrationDetail, RegistrationPage, RegistrationQuery } from './registration.dto';
import { handoverView, registrationView } from './registration.mapper';
import { type Registration, RegistrationStore } from './registration.store';

@Injectable()
export class FindRegistrations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registrations: RegistrationStore,
    private readonly duplicates: Duplicates,
    private readonly regions: RegionsReader,
    private readonly sealer: Sealer,
  ) {}

  list({ caller }: Request, query: RegistrationQuery): Promise<RegistrationPage> {
    return this.uow.run(caller.scope, async (tx) => {
      const page = toPage(await this.registrations.list(tx, query), query.limit, ({ id }) => id);
      const names = await this.regions.namesOf(
        tx,
        page.items.map(({ regionCode }) => regionCode),
      );
      return { ...page, items: page.items.map((one) => registrationView(one, names, this.sealer)) };
    });
  }

  one(request: Request, id: string): Promise<Result<RegistrationDetail, Refusal>> {
    return this.uow.run(request.caller.scope, async (tx) => {
      const registration = await this.registrations.find(tx, id);
      return registration
        ? ok(await this.detailOf({ ...request, tx }, registration))
        : refused(notFound('registration.not-found'));
    });
  }

  /** Under the caller's scope, so that duplicates are those they may see. */
  private async detailOf({ tx, caller }: Call, registration: Registration): Promise<RegistrationDetail> {
    const names = await this.regions.namesOf(tx, [registration.regionCode]);
    const handovers = await this.registrations.handovers(tx, registration.id);
    return {
      ...registrationView(registration, names, this.sealer),
      duplicates: await this.duplicates.of(tx, caller.scope, registration),
      handovers: handovers.map(handoverView),
    };
  }

  /** The tree of regions is public: whoever registers says where. */
  places(parent: string | null): Promise<PlacesView> {
    return this.uow.run(systemScope('registration-places'), async (tx) => ({
      items: (await this.regions.children(tx, parent)).map(({ code, name, hasChildren }) => ({
        code,
        name,
        hasChildren,
      })),
    }));
  }
}

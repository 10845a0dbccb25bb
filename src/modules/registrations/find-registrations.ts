import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Call, Request } from '../../platform/auth/request';
import { Sealer } from '../../platform/database/sealer';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { toPage } from '../../platform/http/page';
import { RegistrationHandoverRow } from '../../schema/registrations/registration-handover.row';
import { UsersReader } from '../identity/users.reader';
import { RegionsReader } from '../regions/regions.reader';
import { Duplicates } from './duplicates.view';
import type { PlacesView, RegistrationDetail, RegistrationPage, RegistrationQuery } from './registration.dto';
import { handoverView, registrationView, type Shown } from './registration.mapper';
import { type Registration, RegistrationStore } from './registration.store';

@Injectable()
export class FindRegistrations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registrations: RegistrationStore,
    private readonly duplicates: Duplicates,
    private readonly regions: RegionsReader,
    private readonly sealer: Sealer,
    private readonly users: UsersReader,
  ) {}

  list({ caller }: Request, query: RegistrationQuery): Promise<RegistrationPage> {
    return this.uow.run(caller.scope, async (tx) => {
      const page = toPage(await this.registrations.list(tx, query), query.limit, ({ id }) => id);
      const shown = await this.shownWith(tx, page.items, []);
      return { ...page, items: page.items.map((one) => registrationView(one, shown)) };
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
    const handovers = await this.registrations.handovers(tx, registration.id);
    const shown = await this.shownWith(tx, [registration], handovers);
    return {
      ...registrationView(registration, shown),
      duplicates: await this.duplicates.of(tx, caller.scope, registration),
      handovers: handovers.map((one) => handoverView(one, shown)),
    };
  }

  private async shownWith(
    tx: Tx,
    registrations: readonly Registration[],
    handovers: readonly RegistrationHandoverRow[],
  ): Promise<Shown> {
    const ids = [
      ...registrations.map(({ settledBy }) => settledBy),
      ...handovers.flatMap(({ handedBy, receivedBy }) => [handedBy, receivedBy]),
    ].filter((id) => id !== null);
    const people = await this.users.byIds(tx, [...new Set(ids)]);
    return {
      regions: await this.regions.namesOf(tx, registrations.map(({ regionCode }) => regionCode)), // prettier-ignore
      people: new Map(people.map(({ id, name }) => [id, name])),
      sealer: this.sealer,
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

import { Injectable } from '@nestjs/common';
import { stateAfter, type ProviderState } from '../../../domain/training/providers';
import { maskPhone, normalPhone } from '../../../kernel/phone';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiMidnight } from '../../../kernel/time';
import { readTyped } from '../../../kernel/typed-text';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage, type PageQuery } from '../../../platform/http/page';
import { Ids } from '../../../platform/time/ids';
import type { TrainingProviderRow } from '../../../schema/training/training-provider.row';
import { RegionsReader } from '../../regions/regions.reader';
import { PracticeStore } from '../practices/practice.store';
import { servesRegion } from '../training-reach';
import type { AddProviderRequest, CheckProviderRequest, ProviderPage, ProviderView } from './provider.dto';
import { ProviderStore } from './provider.store';
import { ProvidersView } from './providers.view';

export const PROVIDER_PHONE = 'training-provider.phone';

/** Training schools and what officials found there. */
@Injectable()
export class KeepProviders {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly providers: ProviderStore,
    private readonly practices: PracticeStore,
    private readonly view: ProvidersView,
    private readonly regions: RegionsReader,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  list(request: Request, query: PageQuery): Promise<ProviderPage> {
    return this.uow.run(systemScope('training'), async (tx) => {
      const rows = await this.providers.list(tx, request.caller.regionCode ?? '', query);
      const page = toPage(rows, query.limit, ({ id }) => id);
      return { ...page, items: await this.view.show(tx, page.items) };
    });
  }

  add(request: Request, body: AddProviderRequest): Promise<Result<ProviderView, Refusal>> {
    const { caller, at } = request;
    const regionCode = body.regionCode ?? caller.regionCode ?? '';
    return this.uow.attempt<ProviderView>(systemScope('training'), async (tx) => {
      if (!servesRegion(caller, regionCode)) return refused(forbidden('training.outside-region'));
      if (!(await this.regions.exists(tx, regionCode))) return refused(wrongField('regionCode', 'region.unknown'));
      const phone = normalPhone(body.contactPhone);
      if (phone === null) return refused(wrongField('contactPhone', 'field.phone'));
      const provider: TrainingProviderRow = {
        ...{ id: this.ids.next(at), name: readTyped(body.name), regionCode, contactName: readTyped(body.contactName) },
        ...{ contactPhoneSealed: this.sealer.seal(PROVIDER_PHONE, phone), contactPhoneMasked: maskPhone(phone) },
        ...{ licence: readTyped(body.licence), enterpriseId: null, state: 'active' },
        ...{ createdBy: caller.userId, createdAt: at },
      };
      if (!(await this.providers.insert(tx, provider))) return refused(conflict('training.provider-known'));
      const { contactPhoneSealed: _, ...after } = provider;
      const entry = { action: 'training-provider.added', entity: 'training-provider', entityId: provider.id };
      this.journal.record(tx, caller, at, [{ ...entry, regionCode, after }]);
      const [shown] = await this.view.show(tx, [provider]);
      return ok(shown!);
    });
  }

  check(request: Request, id: string, body: CheckProviderRequest): Promise<Result<ProviderView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt<ProviderView>(systemScope('training'), async (tx) => {
      const provider = await this.providers.find(tx, id);
      if (!provider || !servesRegion(caller, provider.regionCode))
        return refused(notFound('training.provider-unknown'));
      if (shanghaiMidnight(body.checkedOn) > at) return refused(wrongField('checkedOn', 'training.check-in-future'));
      const check = { ...body, note: body.note.trim(), id: this.ids.next(at), providerId: id };
      const state = stateAfter(provider.state as ProviderState, body.result);
      await this.providers.addCheck(tx, { ...check, checkedBy: caller.userId, createdAt: at }, state);
      const ended = state === 'suspended' ? await this.practices.endOfProvider(tx, id, at) : [];
      const { regionCode } = provider;
      const entry = { action: 'training-provider.checked', entity: 'training-provider', entityId: id, regionCode };
      const after = { ...check, state, ...(ended.length > 0 && { practicesEnded: ended }) };
      this.journal.record(tx, caller, at, [{ ...entry, before: { state: provider.state }, after }]);
      const [shown] = await this.view.show(tx, [{ ...provider, state }]);
      return ok(shown!);
    });
  }
}

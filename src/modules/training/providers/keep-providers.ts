import { Injectable } from '@nestjs/common';
import { stateAfter, type CheckResult, type ProviderState } from '../../../domain/training/providers';
import { maskPhone, normalPhone } from '../../../kernel/phone';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiMidnight } from '../../../kernel/time';
import { readTyped } from '../../../kernel/typed-text';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage, type PageQuery } from '../../../platform/http/page';
import { Ids } from '../../../platform/time/ids';
import type { TrainingProviderRow } from '../../../schema/training/training-provider.row';
import { UsersReader } from '../../identity/users.reader';
import { RegionsReader } from '../../regions/regions.reader';
import { servesRegion } from '../training-reach';
import type { AddProviderRequest, CheckProviderRequest, ProviderPage, ProviderView } from './provider.dto';
import { ProviderStore } from './provider.store';

const PHONE = 'training-provider.phone';

/** Training schools and what officials found there. */
@Injectable()
export class KeepProviders {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly providers: ProviderStore,
    private readonly regions: RegionsReader,
    private readonly users: UsersReader,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  list(request: Request, query: PageQuery): Promise<ProviderPage> {
    return this.uow.run(systemScope('training'), async (tx) => {
      const rows = await this.providers.list(tx, request.caller.regionCode ?? '', query);
      const page = toPage(rows, query.limit, ({ id }) => id);
      return { ...page, items: await this.shown({ ...request, tx }, page.items) };
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
        ...{ contactPhoneSealed: this.sealer.seal(PHONE, phone), contactPhoneMasked: maskPhone(phone) },
        ...{ licence: readTyped(body.licence), state: 'active', createdBy: caller.userId, createdAt: at },
      };
      if (!(await this.providers.insert(tx, provider))) return refused(conflict('training.provider-known'));
      const { contactPhoneSealed: _, ...after } = provider;
      const entry = { action: 'training-provider.added', entity: 'training-provider', entityId: provider.id };
      this.journal.record(tx, caller, at, [{ ...entry, regionCode, after }]);
      return ok(toView(provider));
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
      const { regionCode } = provider;
      const entry = { action: 'training-provider.checked', entity: 'training-provider', entityId: id, regionCode };
      this.journal.record(tx, caller, at, [
        { ...entry, before: { state: provider.state }, after: { ...check, state } },
      ]);
      const [shown = toView(provider)] = await this.shown({ ...request, tx }, [{ ...provider, state }]);
      return ok(shown);
    });
  }

  private async shown({ tx }: Call, rows: readonly TrainingProviderRow[]): Promise<ProviderView[]> {
    const checks = await this.providers.checksOf(tx, rows.map(({ id }) => id)); // prettier-ignore
    const users = await this.users.byIds(tx, [...new Set(checks.flatMap(({ checkedBy }) => checkedBy ?? []))]);
    const names = new Map(users.map(({ id, name }) => [id, name]));
    return rows.map((row) => ({
      ...toView(row),
      checks: checks
        .filter(({ providerId }) => providerId === row.id)
        .map(({ id, checkedOn, result, note, checkedBy }) => ({
          ...{ id, checkedOn, result: result as CheckResult, note, checkedBy: names.get(checkedBy ?? '') ?? '' },
        })),
    }));
  }
}

const toView = (row: TrainingProviderRow): ProviderView => ({
  ...{ id: row.id, name: row.name, regionCode: row.regionCode, contactName: row.contactName },
  ...{ contactPhone: row.contactPhoneMasked, licence: row.licence, state: row.state as ProviderState, checks: [] },
});

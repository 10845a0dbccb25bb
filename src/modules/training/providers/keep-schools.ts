import { Injectable } from '@nestjs/common';
import { creditCodeSigns } from '../../../domain/registry/numbers/credit-code';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { TrainingProviderRow } from '../../../schema/training/training-provider.row';
import { RegistryReader } from '../../registry/registry.reader';
import { PracticeStore } from '../practices/practice.store';
import { WelderOnTheSpot } from '../sessions/welder-on-the-spot';
import { servesRegion } from '../training-reach';
import type { ProviderView } from './provider.dto';
import { ProviderStore } from './provider.store';
import { ProvidersView } from './providers.view';

type Changed = { readonly action: string; readonly after: Readonly<Record<string, unknown>> };

/** Which enterprise a school is, and who instructs there: an official's word, so that nobody names themselves. */
@Injectable()
export class KeepSchools {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly providers: ProviderStore,
    private readonly practices: PracticeStore,
    private readonly view: ProvidersView,
    private readonly registry: RegistryReader,
    private readonly welders: WelderOnTheSpot,
    private readonly journal: Journal,
  ) {}

  link(request: Request, id: string, uscc: string): Promise<Result<ProviderView, Refusal>> {
    return this.change(request, id, async ({ tx }) => {
      const enterprise = await this.registry.enterpriseByCreditCode(tx, creditCodeSigns(uscc));
      if (!enterprise) return refused(wrongField('uscc', 'training.enterprise-unknown'));
      if (!(await this.providers.link(tx, id, enterprise.id)))
        return refused(wrongField('uscc', 'training.enterprise-taken'));
      return ok({ action: 'training-provider.linked', after: { enterpriseId: enterprise.id } });
    });
  }

  name(request: Request, id: string, welderCode: string): Promise<Result<ProviderView, Refusal>> {
    const { caller, at } = request;
    return this.change(request, id, async ({ tx }) => {
      const welder = await this.welders.ofCard(tx, welderCode);
      if (!welder) return refused(wrongField('welderCode', 'training.card-unknown'));
      const row = { providerId: id, welderId: welder.id, namedBy: caller.userId, namedAt: at };
      if (!(await this.practices.nameInstructor(tx, row))) return refused(conflict('training.instructor-known'));
      return ok({ action: 'training-provider.instructor-named', after: { welderId: welder.id } });
    });
  }

  /** Whoever is dismissed answers for nobody from now on: their open session ends. */
  dismiss(request: Request, id: string, welderId: string): Promise<Result<ProviderView, Refusal>> {
    return this.change(request, id, async ({ tx, at }) => {
      if (!(await this.practices.dismissInstructor(tx, id, welderId)))
        return refused(notFound('training.instructor-not-known'));
      const practicesEnded = await this.practices.endOfInstructor(tx, welderId, at);
      return ok({ action: 'training-provider.instructor-dismissed', after: { welderId, practicesEnded } });
    });
  }

  private change(
    request: Request,
    id: string,
    act: (call: Call, provider: TrainingProviderRow) => Promise<Result<Changed, Refusal>>,
  ): Promise<Result<ProviderView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt<ProviderView>(systemScope('training'), async (tx) => {
      const provider = await this.providers.find(tx, id);
      if (!provider || !servesRegion(caller, provider.regionCode))
        return refused(notFound('training.provider-unknown'));
      const changed = await act({ ...request, tx }, provider);
      if (!changed.ok) return changed;
      const { action, after } = changed.value;
      const { regionCode } = provider;
      this.journal.record(tx, caller, at, [{ action, entity: 'training-provider', entityId: id, regionCode, after }]);
      const [shown] = await this.view.show(tx, [(await this.providers.find(tx, id))!]);
      return ok(shown!);
    });
  }
}

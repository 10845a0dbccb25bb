import { Injectable } from '@nestjs/common';
import { tellPrincipal } from '../../domain/violations/steps/beside-the-loop';
import { VIOLATION_WORDS } from '../../domain/violations/words';
import { SECOND, type Instant } from '../../kernel/time';
import { shownTime } from '../../kernel/shown-time';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Config, runsTimers } from '../../platform/config/config';
import { Catalogue } from '../../platform/i18n/catalogue';
import { TextMessages } from '../../platform/messaging/text-messages';
import { Clock } from '../../platform/time/clock';
import { Timed } from '../../platform/time/timed';
import { UserPhones } from '../identity/user-phones';
import { EnterpriseContact } from '../registry/enterprises/enterprise-contact';
import { DETECTOR } from './detector-actor';
import { SaveStep } from './save-step';
import { ViolationStore, type ViolationRecord } from './violation.store';

/**
 * 重大事故隐患: the principal of the enterprise is told, each once. A message that could not be sent is tried again: the case
 * says "told" only after it was. Whoever crashes in between tells twice, which does no harm.
 */
@Injectable()
export class TellPrincipals extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: ViolationStore,
    private readonly phones: UserPhones,
    private readonly contact: EnterpriseContact,
    private readonly messages: TextMessages,
    private readonly catalogue: Catalogue,
    private readonly saveStep: SaveStep,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'tell-principals', everyMs: 10 * SECOND, here: runsTimers(config) }, clock);
  }

  /** A few at a time, each in a transaction of its own: a phone that fails holds up nobody else. */
  async execute(at: Instant): Promise<void> {
    const faults: unknown[] = [];
    const waiting = await this.uow.run(systemScope('tell-principals'), (tx) => this.store.untold(tx));
    for (const id of waiting) {
      try {
        await this.uow.run(systemScope('tell-principals'), (tx) => this.tell(tx, id, at));
      } catch (fault) {
        faults.push(fault);
      }
    }
    if (faults.length > 0) throw new AggregateError(faults, 'some principals could not be told');
  }

  private async tell(tx: Tx, id: string, at: Instant): Promise<void> {
    const violation = await this.store.lockUntold(tx, id);
    if (!violation) return;
    const phones = await this.phonesOf(tx, violation);
    for (const phone of phones) await this.messages.send(phone, this.textOf(violation));
    const step = tellPrincipal(violation, phones.length, at);
    await this.saveStep.saveSteps(tx, DETECTOR, at, [{ violation, step }]);
  }

  private async phonesOf(tx: Tx, { enterpriseId }: ViolationRecord): Promise<string[]> {
    const heads = await this.phones.ofEnterprise(tx, enterpriseId!, 'enterprise-head');
    const contact = await this.contact.phoneOf(tx, enterpriseId!);
    return [...new Set([...heads, ...(contact === null ? [] : [contact])])];
  }

  private textOf({ kind, dueAt }: ViolationRecord): string {
    return this.catalogue.text('violation.text.major-hazard', 'zh-CN', {
      kind: VIOLATION_WORDS['zh-CN'].kind[kind],
      due: dueAt === null ? '' : shownTime(dueAt),
    });
  }
}

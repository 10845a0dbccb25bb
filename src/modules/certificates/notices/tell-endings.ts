import { Injectable } from '@nestjs/common';
import type { CertificateKind } from '../../../domain/certificates/certificate';
import { daysLeft, noticeDue } from '../../../domain/certificates/notice';
import { CERTIFICATE_WORDS } from '../../../domain/certificates/words';
import { DAY, MINUTE, shanghaiDate, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import { systemActor } from '../../../platform/auth/caller';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { TextMessages } from '../../../platform/messaging/text-messages';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { UserPhones } from '../../identity/user-phones';
import { UsersReader } from '../../identity/users.reader';
import { OwnerPhonesReader } from '../../registry/owner-phones.reader';
import { RulesReader } from '../../rules/rules.reader';
import { endingCards, type EndingCard } from './ending-cards.view';
import { EndingNoticesStore } from './ending-notices.store';

const PAGE = 200;

/**
 * Holder and safety officers of the enterprise are told that a certificate ends: once at each threshold of rule
 * `certificate.notice-days`. The line that says "told" is written first, in the same transaction: a message that fails takes
 * it back and is tried in the next turn, and two processes never both send.
 */
@Injectable()
export class TellEndings extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: EndingNoticesStore,
    private readonly rules: RulesReader,
    private readonly owners: OwnerPhonesReader,
    private readonly phones: UserPhones,
    private readonly users: UsersReader,
    private readonly journal: Journal,
    private readonly messages: TextMessages,
    private readonly catalogue: Catalogue,
    config: Config,
    clock: Clock,
  ) {
    super({ name: 'tell-certificate-endings', everyMs: 30 * MINUTE, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    const thresholds = this.rules.book().find('certificate.notice-days', {}, at)?.value as
      readonly number[] | undefined;
    if (thresholds === undefined) return;
    const today = shanghaiDate(at);
    const until = shanghaiDate(at + Math.max(...thresholds) * DAY);
    const faults: unknown[] = [];
    let after = { validTo: today, id: '' };
    for (;;) {
      const page = await this.asSystem((tx) => endingCards(tx, { from: today, until, after, most: PAGE }));
      for (const card of page) await this.tellDue(card, today, thresholds, at).catch((fault) => faults.push(fault));
      if (page.length < PAGE) break;
      after = page[page.length - 1]!;
    }
    if (faults.length > 0) throw new AggregateError(faults, 'some certificate endings could not be told');
  }

  private async tellDue(card: EndingCard, today: string, thresholds: readonly number[], at: Instant): Promise<void> {
    const due = noticeDue(card.validTo, today, thresholds);
    if (due === null || (card.toldDays !== null && card.toldDays <= due)) return;
    await this.asSystem(async (tx) => {
      if (!(await this.notices.take(tx, card.id, due, at))) return;
      const own = await this.owners.of(tx, { welderId: card.welderId, enterpriseId: null });
      const firm =
        card.enterpriseId === null ? [] : await this.phones.ofEnterprise(tx, card.enterpriseId, 'safety-officer');
      const others = [...new Set(firm)].filter((phone) => phone !== own);
      await this.notices.told(tx, card.id, due, others.length + 1);
      await this.tellOthers(tx, card, today, at);
      await this.messages.send(own, this.textOf('certificate.text.ends-own', card, today));
      for (const phone of others)
        await this.messages.send(phone, this.textOf('certificate.text.ends-firm', card, today));
    });
  }

  /** For the inbox and the other channels of whoever has an account. */
  private async tellOthers(tx: Tx, card: EndingCard, today: string, at: Instant): Promise<void> {
    const { id: entityId, welderId, enterpriseId, regionCode, kind, validTo } = card;
    const holders = await this.users.ofWelder(tx, welderId);
    const event = {
      ...{ type: 'certificate.ending', entity: 'certificate', entityId, regionCode },
      enterpriseIds: enterpriseId === null ? [] : [enterpriseId],
      userIds: holders.map(({ id }) => id),
      data: { welderId, kind, validTo, days: daysLeft(validTo, today) },
    };
    this.journal.record(tx, systemActor('timer'), at, [], [event]);
  }

  private textOf(code: string, { name, kind, validTo }: EndingCard, today: string): string {
    const words = CERTIFICATE_WORDS['zh-CN'].kind[kind as CertificateKind];
    return this.catalogue.text(code, 'zh-CN', { name, kind: words, validTo, days: daysLeft(validTo, today) });
  }

  private asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.uow.run(systemScope('tell-certificate-endings'), work);
  }
}

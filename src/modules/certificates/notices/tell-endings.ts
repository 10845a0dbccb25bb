import { Injectable } from '@nestjs/common';
import { noticeDue } from '../../../domain/certificates/notice';
import { DAY, MINUTE, shanghaiDate, type Instant } from '../../../kernel/time';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { RulesReader } from '../../rules/rules.reader';
import { endingCards, type EndingCard } from './ending-cards.view';
import { EndingNews } from './ending-news';
import { EndingNoticesStore } from './ending-notices.store';
import { EndingTexts } from './ending-texts';

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
    private readonly texts: EndingTexts,
    private readonly news: EndingNews,
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
      const receivers = await this.texts.receiversOf(tx, card);
      await this.notices.told(tx, card.id, due, receivers.firm.length + 1);
      await this.news.record(tx, card, today, at);
      await this.texts.send(card, receivers, today);
    });
  }

  private asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.uow.run(systemScope('tell-certificate-endings'), work);
  }
}

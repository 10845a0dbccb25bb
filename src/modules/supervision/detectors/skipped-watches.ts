import { Injectable } from '@nestjs/common';
import { watchMs } from '../../../domain/permits/fire-watch';
import { PermitRules } from '../../../domain/permits/permit-rules';
import type { RuleBook } from '../../../domain/rules/rule-book';
import type { Finding } from '../../../domain/violations/finding';
import { judgeWatch } from '../../../domain/violations/judge-watch';
import { HOUR, MINUTE, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { PermitsReader, type WatchAfterWork } from '../../permits/permits.reader';
import { RulesReader } from '../../rules/rules.reader';
import type { Detector } from './detector';

/** Long enough that a platform that was away for a night misses nothing, short enough to read few rows. */
const LOOK_BACK_MS = 24 * HOUR;

/** 作业后未留守监护: the watch after work was never ended, had nobody there, or was ended too early. */
@Injectable()
export class SkippedWatches implements Detector {
  readonly name = 'skipped-watches';

  constructor(
    private readonly permits: PermitsReader,
    private readonly rules: RulesReader,
  ) {}

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const book = this.rules.book();
    const watches = await this.permits.watchesAfterWork(tx, at, at - LOOK_BACK_MS);
    return watches.flatMap((watch) => judge(book, watch, at));
  }
}

function judge(book: RuleBook, watch: WatchAfterWork, at: Instant): Finding[] {
  const { id, regime, level, regionCode, placeKinds, plannedEnd, closedAt } = watch;
  const rules = new PermitRules(book, { regime, level, regionCode }, at);
  const patienceMs = book.value<number>('supervision.watch-patience-minutes', { regionCode }, at) * MINUTE;
  const watcherRequired = rules.fireWatch === 'required';
  const watchUntil = watch.watchUntil ?? plannedEnd + watchMs(rules, placeKinds);
  const fault = judgeWatch({ ...watch, watchUntil, watcherRequired }, patienceMs, at);
  if (fault === null) return [];
  return [
    {
      kind: 'fire-watch-skipped',
      source: 'detector',
      certainty: 'confirmed',
      permitId: id,
      foundAt: closedAt ?? watchUntil + patienceMs,
      evidence: { fault, watchUntil, ...(closedAt !== null && { closedAt }) },
    },
  ];
}

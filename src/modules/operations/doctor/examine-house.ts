import { quarantineKeptMs, samplesKeptMs } from '../../../domain/jobs/chip-limits';
import { erasedBefore, ERASED_KINDS, outboxKept } from '../../../domain/privacy/retention';
import type { RuleBook } from '../../../domain/rules/rule-book';
import { DAY, type Instant } from '../../../kernel/time';
import { systemScope } from '../../../platform/database/scope';
import type { Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import type { Finding } from '../../../platform/doctor/finding';
import { OutboxConsumers } from '../../../platform/outbox/outbox-consumers';
import { OutboxReader } from '../../../platform/outbox/outbox.reader';
import { queueStates } from '../../../platform/queue/queue-states.view';
import { RulesReader } from '../../rules/rules.reader';
import { chipCounts, messageCounts, partitions } from '../operations.view';
import { judgeChips, judgeConsumer, judgeMessages, judgePartitions, judgeQueue, judgeRetention } from './judge-house';
import { OVERDUE } from './overdue.view';

/** The jobs run every hour: what is a day too late shows that they do not. */
const GRACE = DAY;

/** What waits, what should be gone and who is silent, by the rules of this installation. Only reads. */
export async function examineHouse(uow: UnitOfWork, at: Instant): Promise<Finding[]> {
  const rules = new RulesReader(uow);
  await rules.refresh();
  const book = rules.book();
  const outbox = new OutboxReader(uow);
  return uow.run(systemScope('doctor'), async (tx) => [
    judgeRetention(await overdueKinds(tx, book, outbox, at)),
    judgePartitions(await partitions(tx), dayOf(at + DAY), dayOf(at - samplesKeptMs(book, at) - GRACE)),
    ...(await new OutboxConsumers(uow, outbox).lags(tx)).map((lag) => judgeConsumer(lag, at)),
    ...(await queueStates(tx)).map(judgeQueue),
    judgeMessages(await messageCounts(tx, at), at),
    judgeChips(await chipCounts(tx, at)),
  ]);
}

async function overdueKinds(tx: Tx, book: RuleBook, outbox: OutboxReader, at: Instant): Promise<string[]> {
  const late: string[] = [];
  for (const kind of ERASED_KINDS)
    if (kind in OVERDUE && (await OVERDUE[kind as keyof typeof OVERDUE](tx, erasedBefore(kind, book, at) - GRACE)))
      late.push(kind);
  if (await OVERDUE.quarantine(tx, at - quarantineKeptMs(book, at) - GRACE)) late.push('quarantine');
  const { before, atLast } = outboxKept(book, at);
  if (await outbox.holdsPurged(tx, before - GRACE, atLast - GRACE)) late.push('outbox');
  return late;
}

const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10);

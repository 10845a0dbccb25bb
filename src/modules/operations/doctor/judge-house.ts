import { MINUTE, type Instant } from '../../../kernel/time';
import { fault, fine, firstOf, warning, type Finding } from '../../../platform/doctor/finding';
import type { ConsumerLag } from '../../../platform/outbox/outbox-consumers';
import type { QueueState } from '../../../platform/queue/queue-states.view';
import type { ChipCountView, PartitionView } from '../operations.dto';
import type { MessageCounts } from '../operations.view';

const minutes = (from: Instant | null, at: Instant): number => (from === null ? 0 : Math.floor((at - from) / MINUTE));

/** The names of what should have been erased a day ago and is there. */
export const judgeRetention = (late: readonly string[]): Finding =>
  late.length > 0
    ? fault(`到期数据没有清理：${late.join('、')}。请确认有 worker（或 all）进程在运行，再查日志里的 retention、outbox-purge`, `Data whose time is over was not erased: ${late.join(', ')}. See that a worker (or all) process runs, and its log for retention and outbox-purge`)
    : fine('没有逾期未清理的数据', 'Nothing is kept beyond its time'); // prettier-ignore

export function judgeConsumer({ name, waiting, oldestAt }: ConsumerLag, at: Instant): Finding {
  const late = minutes(oldestAt, at);
  return firstOf(
    late >= 60 && fault(`${name} 已有 ${late} 分钟没有取走事件（积压 ${waiting} 条）：请看 worker 进程的日志`, `${name} has taken no events for ${late} minutes (${waiting} wait): see the log of the worker`),
    late >= 5 && warning(`${name} 落后 ${late} 分钟（积压 ${waiting} 条）`, `${name} is ${late} minutes behind (${waiting} events wait)`),
    fine(`${name} 没有积压`, `${name} is up to date`),
  ); // prettier-ignore
}

/** `next` is when the oldest message was due. */
export function judgeMessages({ dead, waiting, retrying, oldestDueAt }: MessageCounts, at: Instant): Finding {
  const late = minutes(oldestDueAt, at);
  return firstOf(
    late >= 15 && fault(`有通知已到期 ${late} 分钟未发（待发 ${waiting}、重试 ${retrying}）：请看 worker 进程和短信、邮件网关`, `Messages are due for ${late} minutes (${waiting} wait, ${retrying} are tried again): see the worker and the gateways of texts and mail`),
    dead > 0 && warning(`有 ${dead} 条通知多次失败后放弃：请在“运行状况”查看原因并重发`, `${dead} messages were given up: see why on the page “Health”, and have them sent again`),
    fine('没有滞留的通知', 'No message is late'),
  ); // prettier-ignore
}

export const judgeQueue = ({ name, waiting, failed }: QueueState): Finding =>
  isDeadQueue(name)
    ? firstOf(
        waiting + failed > 0 && warning(`队列 ${name} 里有 ${waiting + failed} 项多次失败的工作：请看日志里的 queue.failed`, `${waiting + failed} pieces of work lie in the queue ${name} after they failed too often: see queue.failed in the log`),
        fine(`队列 ${name} 为空`, `The queue ${name} is empty`),
      )
    : firstOf(
        waiting > MOST_WAITING && warning(`队列 ${name} 积压 ${waiting} 项：请增加 worker 进程，或看它的日志`, `${waiting} pieces of work wait in the queue ${name}: start another worker, or see its log`),
        fine(`队列 ${name} 有 ${waiting} 项等待`, `${waiting} pieces of work wait in the queue ${name}`),
      ); // prettier-ignore

/** A key lies in a queue once, however much there is to be done for it. */
const MOST_WAITING = 1_000;
const isDeadQueue = (name: string): boolean => name.endsWith('-dead');

/** By UTC days: those ahead are made the day before, those behind `keptFrom` are dropped within the hour. */
export function judgePartitions(tables: readonly PartitionView[], tomorrow: string, keptFrom: string): Finding {
  const missing = tables.filter(({ newest }) => newest < tomorrow).map(({ table }) => table);
  const overdue = tables.filter(({ oldest }) => oldest < keptFrom).map(({ table, oldest }) => `${table} ${oldest}`);
  return firstOf(
    tables.length === 0 && fine('还没有采样分区', 'There are no days of samples yet'),
    missing.length > 0 && warning(`缺少明天的分区（${missing.join('、')}）：worker 进程没有运行，或数据库拒绝建表`, `Tomorrow’s partitions are missing (${missing.join(', ')}): no worker runs, or the database refuses to make tables`),
    overdue.length > 0 && warning(`有分区早该删除（${overdue.join('、')}，应保留到 ${keptFrom}）：请看日志里的 telemetry-retention`, `Partitions should have been dropped (${overdue.join(', ')}; kept from ${keptFrom} on): see telemetry-retention in the log`),
    fine('分区已建到明天，到期的已删除', 'Partitions are there for tomorrow, and old ones are gone'),
  ); // prettier-ignore
}

/** Many machines are switched off at night; when most chips at work are silent, the way to them is broken. */
export function judgeChips(counts: readonly ChipCountView[]): Finding {
  const of = (state: ChipCountView['state']): number => counts.find((one) => one.state === state)?.count ?? 0;
  const [quiet, never] = [of('quiet'), of('never-heard')];
  const atWork = quiet + never + of('heard');
  return firstOf(
    quiet + never > atWork / 2 && warning(`${atWork} 台在用芯片中有 ${quiet} 台一天没有消息、${never} 台从未上线：请检查 MQTT 端口、证书和现场网络，再看“运行状况”`, `Of ${atWork} chips on machines ${quiet} were not heard for a day and ${never} never: look at the MQTT port, the certificate and the network on the spot, then at “Health”`),
    fine(`${atWork} 台在用芯片，${quiet} 台一天没有消息，${never} 台从未上线`, `${atWork} chips on machines, ${quiet} not heard for a day, ${never} never`),
  ); // prettier-ignore
}

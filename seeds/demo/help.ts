import type { RuleBook } from '../../src/domain/rules/rule-book';
import { HOUR, MINUTE } from '../../src/kernel/time';
import type { Tx } from '../../src/platform/database/unit-of-work';
import { bulkInsert } from './bulk-insert';
import { PLAYERS, VISITOR } from './cast';
import * as county from './county';
import { iso, type DemoContext, type DemoCounty } from './demo-context';
import { refusalRow, type Flaw } from './past-refusals';

interface Step {
  readonly command: 'take' | 'answer' | 'grant' | 'mend' | 'close';
  readonly by: 'inspector' | 'regulator' | 'self';
  readonly after: number;
  readonly note?: string;
}

interface Ticket {
  readonly ago: number;
  readonly state: 'open' | 'taken' | 'answered' | 'mended' | 'closed';
  readonly code: Flaw;
  readonly note: string;
  readonly steps: readonly Step[];
}

/** The visitor's own one first; the others were asked by people who are played. */
const TICKETS: readonly Ticket[] = [
  {
    ...{
      ago: 26 * HOUR,
      state: 'closed',
      code: 'machine.inspection-overdue',
      note: '检测标签昨天已换新，系统还没更新',
    },
    steps: [
      { command: 'take', by: 'inspector', after: 2 * MINUTE },
      { command: 'mend', by: 'inspector', after: 9 * MINUTE, note: '演示：已看到新检测报告，日期已更新' },
      { command: 'close', by: 'self', after: 12 * MINUTE },
    ],
  },
  {
    ...{ ago: 6 * MINUTE, state: 'open', code: 'certificate.unverified', note: '证书上周已交给安全员，麻烦核验' },
    steps: [],
  },
  { ...{ ago: 14 * MINUTE, state: 'open', code: 'machine.inspection-overdue', note: '' }, steps: [] },
  {
    ...{ ago: 38 * MINUTE, state: 'taken', code: 'certificate.expired', note: '已经复审，新证还没拿到' },
    steps: [{ command: 'take', by: 'inspector', after: 5 * MINUTE }],
  },
  {
    ...{ ago: 3 * HOUR, state: 'answered', code: 'certificate.missing', note: '刚来上班，证书在老家' },
    steps: [
      { command: 'take', by: 'regulator', after: 3 * MINUTE },
      {
        command: 'answer',
        by: 'regulator',
        after: 11 * MINUTE,
        note: '演示：没有证书不能动火。请先拍照上传证书，核验后即可开工。',
      },
    ],
  },
  {
    ...{ ago: 29 * HOUR, state: 'mended', code: 'certificate.unverified', note: '请核验证书' },
    steps: [
      { command: 'take', by: 'inspector', after: 4 * MINUTE },
      { command: 'mend', by: 'inspector', after: 15 * MINUTE, note: '演示：官网查询一致，证书已核验' },
    ],
  },
];

/** What came to the duty desk, from a minute ago to yesterday: refused, asked, helped. */
export async function insertHelp(tx: Tx, context: DemoContext, made: DemoCounty, book: RuleBook): Promise<void> {
  const others = PLAYERS.filter(({ part }) => part === 'uncertified');
  for (const [n, ticket] of TICKETS.entries()) {
    const { username, welder, machine } = n === 0 ? VISITOR : (others[(n - 1) % others.length] ?? VISITOR);
    await insertTicket(tx, context, made, { ...ticket, username, welder, machine, book });
  }
}

type Asked = Ticket & { username: string; welder: number; machine: number; book: RuleBook };

async function insertTicket(tx: Tx, { now, ids }: DemoContext, made: DemoCounty, asked: Asked): Promise<void> {
  const owner = county.ownerOf(asked.machine);
  const at = now - asked.ago;
  const about = {
    ...{ machine_id: made.machineIds[asked.machine], welder_id: made.welderIds[asked.welder] },
    ...{ region_code: county.enterprise(owner).regionCode, enterprise_id: made.enterpriseIds[owner] },
  };
  const decision = ids.next(at);
  const { username, welder, machine, code: flaw } = asked;
  await bulkInsert(tx, 'decisions', [refusalRow(made, asked.book, decision, { at, username, welder, machine, flaw })]);
  const id = ids.next(at + MINUTE);
  const { steps, state } = asked;
  const userOf = (by: Step['by']): string | undefined => made.userIds[by === 'self' ? asked.username : by];
  const closing = steps.find(({ command }) => command === 'close');
  await bulkInsert(tx, 'help_tickets', [
    {
      ...{ id, decision_id: decision, ...about, asked_by: made.userIds[asked.username], asked_at: iso(at + MINUTE) },
      ...{ refused_at: iso(at), note: asked.note || null, state, taken_by: steps[0] ? userOf(steps[0].by) : null },
      closed_at: closing ? iso(at + closing.after) : null,
    },
  ]);
  const rows = steps.map(({ command, by, after, note }) => ({
    ...{ id: ids.next(at + after), ticket_id: id, command, taken_by: userOf(by), taken_at: iso(at + after) },
    ...{ note: note ?? null, finding_codes: [] },
  }));
  await bulkInsert(tx, 'help_steps', rows);
}

import { countTasks, orderTasks } from '../../../src/domain/tasks/order-tasks';
import { TASK_KINDS, type TaskKind } from '../../../src/domain/tasks/task-kinds';
import { pagesOf } from '../../../src/domain/tasks/task-pages';
import { urgencyOf } from '../../../src/domain/tasks/urgency';
import { taskTitle, TASK_TITLES } from '../../../src/domain/tasks/words';
import { DAY } from '../../../src/kernel/time';

const NOW = Date.parse('2026-11-28T08:00:00+08:00');

describe('how urgent a task is', () => {
  it.each([
    ['due one millisecond ago', NOW - 1, 'overdue'],
    ['due now', NOW, 'overdue'],
    ['due in one millisecond', NOW + 1, 'today'],
    ['due in 24 hours', NOW + DAY, 'today'],
    ['due one millisecond later', NOW + DAY + 1, 'week'],
    ['due in 7 days', NOW + 7 * DAY, 'week'],
    ['due one millisecond later', NOW + 7 * DAY + 1, 'month'],
    ['due in 30 days', NOW + 30 * DAY, 'month'],
    ['due one millisecond later', NOW + 30 * DAY + 1, 'later'],
    ['without a date', null, 'waiting'],
  ] as const)('%s', (_, dueAt, urgency) => {
    expect(urgencyOf(dueAt, NOW)).toBe(urgency);
  });
});

const task = (id: string, kind: TaskKind, dueAt: number | null) => ({ kind, entity: { id }, dueAt });

describe('the order of tasks', () => {
  it('is by urgency, then by date, then by kind, then by age of the record', () => {
    const given = [
      task('f', 'inspection-due', NOW + 40 * DAY),
      task('e', 'certificate-ends', NOW + 3 * DAY),
      task('d', 'site-confirm', null),
      task('c', 'seat-confirm', null),
      task('b', 'photo-check', NOW + DAY),
      task('2', 'case-put-right', NOW - DAY),
      task('1', 'case-put-right', NOW - DAY),
      task('0', 'case-put-right', NOW - 2 * DAY),
    ];
    expect(orderTasks(given, NOW).map(({ entity }) => entity.id)).toEqual(['0', '1', '2', 'b', 'd', 'c', 'e', 'f']);
  });

  it('counts by kind, with what is overdue and what was cut', () => {
    const tasks = orderTasks([task('1', 'case-put-right', NOW - 1), task('2', 'case-put-right', null)], NOW);
    expect(countTasks(tasks, new Set(['case-put-right']))).toEqual([
      { kind: 'case-put-right', count: 2, overdue: 1, more: true },
    ]);
  });
});

describe('the title of a task', () => {
  it('is a sentence in either language, with the kind of a case by its name', () => {
    const params = { violation: 'no-permit', place: '东街' };
    expect(taskTitle('case-put-right', params, 'zh-CN')).toBe('整改：无票作业，东街');
    expect(taskTitle('case-put-right', params, 'en')).toMatch(/^Put right: .+, 东街$/);
  });

  it('leaves out what is not known, with its comma', () => {
    expect(taskTitle('permit-sign', { place: '东街', number: null }, 'zh-CN')).toBe('签字：东街');
    expect(taskTitle('permit-sign', { place: '东街' }, 'en')).toBe('Sign: 东街');
  });

  it('has the same parameters in both languages', () => {
    const named = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const kind of TASK_KINDS)
      expect([kind, named(TASK_TITLES.en[kind])]).toEqual([kind, named(TASK_TITLES['zh-CN'][kind])]);
  });
});

it('leads to a page at a desk and on a phone; where a code is printed, the phone opens that', () => {
  const entity = { type: 'machine', id: 'M1', code: 'ABCDEFGHJK' } as const;
  expect(pagesOf('inspection-due', entity)).toEqual({ path: '/console/machines/M1', phonePath: '/c/ABCDEFGHJK' });
  expect(pagesOf('inspection-due', { ...entity, code: null }).phonePath).toBe('/console/machines/M1');
  for (const kind of TASK_KINDS) expect(pagesOf(kind, entity).path).toMatch(/^\/console\/\w+/);
});

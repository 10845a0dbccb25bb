import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import type { TaskKind } from '@domain/tasks/task-kinds';
import type { Urgency } from '@domain/tasks/urgency';
import { myTasks } from '@/api/tasks';
import type { IconName } from '@/ui/icon-paths';
import type { Tone } from '@/ui/tone';
import { useTimes } from '@/ui/use-times';

const REFRESH_MS = 60_000;

export const URGENCY_TONE: Readonly<Record<Urgency, Tone>> = {
  overdue: 'red',
  today: 'amber',
  waiting: 'blue',
  week: 'amber',
  month: 'grey',
  later: 'grey',
};

export const TASK_ICON: Readonly<Record<TaskKind, IconName>> = {
  'case-put-right': 'warn',
  'case-assign': 'warn',
  'case-review': 'eye',
  'case-receive': 'eye',
  'stop-decide': 'stop',
  'appeal-answer': 'person',
  'erasure-decide': 'person',
  'inspection-visit': 'eye',
  'inspection-publish': 'eye',
  'tip-receive': 'warn',
  'tip-check': 'eye',
  'tip-close': 'warn',
  'tip-reward': 'sign',
  'permit-sign': 'sign',
  'photo-check': 'camera',
  'workshop-confirm': 'pin',
  'site-confirm': 'pin',
  'seat-confirm': 'users',
  'claim-settle': 'person',
  'handover-answer': 'machine',
  'certificate-verify': 'card',
  'facts-confirm': 'machine',
  'registration-settle': 'person',
  'self-check-due': 'list',
  'self-checks-overdue': 'building',
  'drill-due': 'flame',
  'drills-overdue': 'building',
  'internal-report-answer': 'warn',
  'internal-reward-decide': 'sign',
  'internal-report-risen': 'warn',
  'agreement-due': 'sign',
  'contract-missing': 'building',
  'certificate-ends': 'card',
  'certificates-ending': 'card',
  'training-ends': 'book',
  'inspection-due': 'machine',
  'handover-overdue': 'machine',
  'data-mend': 'list',
};

const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;

/** When a task is due, as a person says it: what ends with a day is due on that day, not at midnight of the next. */
export function useDueWords() {
  const { date, dateTime } = useTimes();
  return (dueAt: string): string => {
    const at = Date.parse(dueAt);
    return (at + CHINA_MS) % DAY_MS === 0 ? date(new Date(at - 1).toISOString()) : dateTime(dueAt);
  };
}

/** What waits for whoever is signed in, read again each minute. */
export function useTasks() {
  const query = useQuery({ queryKey: ['tasks'], queryFn: myTasks, refetchInterval: REFRESH_MS });
  return {
    query,
    tasks: computed(() => query.data.value?.items ?? []),
    counts: computed(() => query.data.value?.counts ?? []),
  };
}

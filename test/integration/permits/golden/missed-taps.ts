import { PLACE } from '../permit-world';
import { peopleOf } from './person';
import type { RecordedDay } from './recorded-day';

/** 11:02. `rail` goes on beside `shelf`; its watcher is late again and again. */
export async function begun(day: RecordedDay): Promise<void> {
  const { manager, safety, head, deputy } = peopleOf(day);
  day.at('11:02');
  await manager.drafts('rail', { fireWatchId: 'deputy', plannedEnd: day.time('18:00'), submit: true });
  await deputy.refused('permit.command-not-open').gives('rail', 'approve'); // stands in for `head` now, for `safety2` from noon
  await safety.gives('rail', 'approve');
  await head.gives('rail', 'approve');
  await head.gives('rail', 'issue');
  await deputy.gives('rail', 'fire-watch-on', { ...PLACE });
  await deputy.ticks('rail');
  await manager.gives('rail', 'start');
}

/** Stopped and let go on, the watcher is called anew; a late tap is good enough. */
export async function calledTwice(day: RecordedDay): Promise<void> {
  const { manager, head, deputy } = peopleOf(day);
  day.at('12:06');
  await day.look();
  await manager.gives('rail', 'suspend', { reason: '监护人没有报到' });
  await head.gives('rail', 'resume');
  await day.look();
  await deputy.gives('rail', 'watch-tap');
}

export async function leftAfterCall(day: RecordedDay): Promise<void> {
  const { deputy } = peopleOf(day);
  day.at('13:15');
  await day.look();
  await deputy.gives('rail', 'fire-watch-off');
  await deputy.gives('rail', 'fire-watch-on');
  await deputy.gives('rail', 'resume');
}

/** With a call and a stop of the authority that nobody answered. */
export async function finishedAfterCall(day: RecordedDay): Promise<void> {
  const { deputy, regulator } = peopleOf(day);
  day.at('14:20');
  await day.look();
  await regulator.gives('rail', 'suspend', { reason: '监护人不在岗' });
  await deputy.gives('rail', 'finish');
  day.at('14:38');
  await deputy.refused('permit.not-ready').gives('rail', 'close', { residualFire: false });
}

import { occupierTypes, peopleOf } from './person';
import type { RecordedDay } from './recorded-day';
import { layDownRule } from './stage';

/** 22:20. Planned times end, whatever state a permit is in; whoever worked still watches. */
export async function evening(day: RecordedDay): Promise<void> {
  const { manager, safety, head, watcher, watcher2, welder, regulator } = peopleOf(day);
  day.at('22:20');
  await watcher.gives('keel', 'close', { residualFire: false });
  await manager.drafts('fence', { plannedEnd: day.time('22:40'), submit: true });
  await manager.drafts('door', { plannedEnd: day.time('22:41'), submit: true });
  await manager.drafts('gate', { fireWatchId: 'watcher2', plannedEnd: day.time('22:42'), submit: true });
  for (const name of ['door', 'gate']) {
    await safety.gives(name, 'approve');
    await head.gives(name, 'approve');
    await head.gives(name, 'issue');
  }
  await watcher.gives('door', 'fire-watch-on');
  await watcher2.gives('gate', 'fire-watch-on');
  await watcher2.ticks('gate');
  await watcher2.gives('gate', 'start');
  await watcher.refused('permit.not-ready').gives('door', 'start');
  await day.world.sql('delete from permit_deadlines where permit_id = $1', [day.id('fence')]);
  day.at('22:43');
  await safety.refused('permit.command-not-open').gives('fence', 'approve'); // over already, though no clock has looked
  await watcher2.refused('permit.command-not-open').gives('gate', 'suspend', { reason: '到时' });
  await occupierTypes(day, 'cart', day.world.lastCode(), 'permit.command-not-open');
  await day.look();
  await manager.sees('fence');
  await watcher.refused('permit.command-not-open').gives('door', 'finish');
  await regulator.refused('permit.command-not-open').gives('fence', 'cancel', { reason: '过期' });
  await watcher2.gives('gate', 'finish');
  await forTomorrow(day);
  day.at('23:14');
  await watcher2.gives('gate', 'close', { residualFire: false });
  await welder.refused('permit.no-occupier-asked').resendsCode('cart');
}

/** Too early to start, and called off while somebody is on duty. */
async function forTomorrow(day: RecordedDay): Promise<void> {
  const { manager, safety, head, watcher, watcher2 } = peopleOf(day);
  const tomorrow = { plannedStart: day.time('+1 08:00'), plannedEnd: day.time('+1 12:00') };
  await manager.drafts('dawn', { ...tomorrow, fireWatchId: 'watcher2', submit: true });
  await safety.gives('dawn', 'approve');
  await head.gives('dawn', 'approve');
  await head.gives('dawn', 'issue');
  await watcher2.refused('permit.not-ready').gives('dawn', 'fire-watch-on'); // watches `gate` after its work
  await watcher.gives('dawn', 'substitute-watch');
  await watcher.ticks('dawn');
  await watcher.refused('permit.not-ready').gives('dawn', 'start');
  await watcher.gives('dawn', 'fire-watch-off', { reason: '明早再来' });
  await watcher.gives('dawn', 'fire-watch-on');
  await manager.gives('dawn', 'cancel', { reason: '改期' });
}

/** The morning after, and its evening. */
export async function dayAfter(day: RecordedDay): Promise<void> {
  const { manager, safety, head, welder, stranger } = peopleOf(day);
  await layDownRule(day.world, {
    from: day.time('+1 00:00'),
    key: 'permit.longest-hours',
    regime: 'general',
    value: 4,
  });
  day.at('+1 08:00');
  await manager.copies('shelf', 'shelf shortened'); // as long as before is longer than the rule of today allows
  await manager.copies('more of column', 'column again'); // at the level before it was raised
  await welder.copies('stall', 'stall again', { submit: true });
  await occupierTypes(day, 'stall again', day.world.lastCode());
  await welder.gives('stall again', 'cancel', { reason: '下雨' });
  day.at('+1 18:40');
  await day.look(); // a day after an urgent permit was issued a signature is missing
  await day.look();
  await stranger.refused('permit.not-found').sees('valve');
  await head.refused('permit.signed-already').gives('valve', 'countersign');
  await safety.gives('valve', 'countersign');
  await safety.refused('permit.signed-already').gives('valve', 'countersign');
}

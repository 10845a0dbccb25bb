import { PLACE } from '../permit-world';
import { peopleOf } from './person';
import type { RecordedDay } from './recorded-day';

const HERE = { ...PLACE, accuracyM: 10 };

/** 19:05. More time is a new permit; what runs under the old one goes over to it, as soon as that can be. */
export async function moreTime(day: RecordedDay): Promise<void> {
  const { watcher, watcher2, safety2 } = peopleOf(day);
  day.at('19:05');
  await goesOver(day);
  day.at('19:15');
  await goesOverLater(day);
  day.at('19:50');
  await watcher.gives('more of deck', 'close', { residualFire: false });
  await staysToTheEnd(day);
  await watcher2.gives('more of hull', 'close', { residualFire: false });
  await raisedByNight(day);
  day.at('21:05');
  await watcher.gives('more of mast', 'close', { residualFire: false });
  await stoppedBefore(day);
  day.at('21:30');
  await safety2.gives('more of column', 'close', { residualFire: false });
}

async function signed(day: RecordedDay, name: string): Promise<void> {
  const { safety, head } = peopleOf(day);
  await safety.gives(name, 'approve');
  await head.gives(name, 'approve');
  await head.gives(name, 'issue');
}

/** A permit under which a chip has power. */
async function atWork(
  day: RecordedDay,
  name: 'deck' | 'hull' | 'mast',
  watcher: 'watcher' | 'watcher2',
  until: string,
): Promise<void> {
  const people = peopleOf(day);
  await people.manager.drafts(name, { fireWatchId: watcher, plannedEnd: day.time(until), submit: true });
  await signed(day, name);
  await people[watcher].gives(name, 'fire-watch-on');
  await people[watcher].ticks(name);
  await people[watcher].gives(name, 'start');
  await day.chips.heard(day.chipOf(name));
  await people.welder.startsJob(`job on ${name}`, name, day.chipOf(name).machineCode);
  await day.chips.power(day.chipOf(name));
}

/** In time, with a chip that was heard of just now. */
async function goesOver(day: RecordedDay): Promise<void> {
  const { manager, safety, welder, watcher, stranger } = peopleOf(day);
  await manager.drafts('bow', { plannedEnd: day.time('20:40'), submit: true });
  await manager.refused('permit.not-extendable').extends('bow', 'nothing', '22:00');
  await manager.gives('bow', 'cancel', { reason: '重复' });
  await atWork(day, 'deck', 'watcher', '20:45');
  await stranger.refused('permit.not-found').extends('deck', 'nothing', '22:00');
  await manager.refused('permit.extension-too-short').extends('deck', 'nothing', '20:45');
  await manager.refused('permit.too-long').extends('deck', 'nothing', '+1 04:00');
  await manager.extends('deck', 'more of deck, refused', '21:40');
  await manager.refused('permit.extended-already').extends('deck', 'nothing', '22:00');
  await safety.gives('more of deck, refused', 'reject', { reason: '先停工' });
  await manager.extends('deck', 'more of deck', '21:45');
  await day.chips.heard(day.chipOf('deck'));
  await signed(day, 'more of deck');
  await day.chips.power(day.chipOf('deck'));
  await day.nameJob('job on more of deck', 'more of deck');
  await manager.sees('deck');
  await day.look();
  await welder.finishesJob('job on more of deck');
  await watcher.gives('more of deck', 'finish');
}

/** The chip is silent while the extension is issued: the clock tries again until it answers. */
async function goesOverLater(day: RecordedDay): Promise<void> {
  const { manager, welder, watcher, watcher2 } = peopleOf(day);
  await atWork(day, 'hull', 'watcher2', '20:50');
  await watcher.refused('permit.not-ready').gives('hull', 'substitute-watch'); // still watches where `deck` was
  await watcher2.gives('hull', 'gas-test', {
    sampledAt: day.now(),
    readings: [{ gas: 'propane', value: 0.1, unit: '%vol', point: 'middle' }],
  });
  await manager.extends('hull', 'more of hull', '21:50');
  day.at('19:20');
  await signed(day, 'more of hull');
  await day.look();
  await day.chips.heard(day.chipOf('hull'));
  await day.look();
  await day.chips.power(day.chipOf('hull'));
  await day.nameJob('job on more of hull', 'more of hull');
  await welder.finishesJob('job on more of hull');
  await watcher2.gives('more of hull', 'finish');
}

/** The chip never answers: its job ends with its own permit. */
async function staysToTheEnd(day: RecordedDay): Promise<void> {
  const { manager, watcher } = peopleOf(day);
  await atWork(day, 'mast', 'watcher', '20:30');
  await manager.extends('mast', 'more of mast', '22:30');
  day.at('19:57');
  await signed(day, 'more of mast');
  day.at('20:31');
  await day.look();
  await watcher.gives('more of mast', 'finish');
}

/** A permit that was stopped hands nothing over: its extension is issued like any other. */
async function stoppedBefore(day: RecordedDay): Promise<void> {
  const { manager, head, watcher } = peopleOf(day);
  await manager.drafts('keel', { plannedEnd: day.time('22:00'), submit: true });
  await signed(day, 'keel');
  await watcher.gives('keel', 'fire-watch-on');
  await watcher.ticks('keel');
  await watcher.gives('keel', 'start');
  await head.gives('keel', 'suspend', { reason: '下雨' });
  await manager.extends('keel', 'more of keel', '22:50');
  await signed(day, 'more of keel');
  await watcher.gives('more of keel', 'fire-watch-on');
  await manager.sees('keel');
  await manager.gives('more of keel', 'cancel', { reason: '雨不停' });
  await watcher.gives('keel', 'finish');
}

/** At a stricter level nothing goes over by itself: the extension is made ready and started like any other. */
async function raisedByNight(day: RecordedDay): Promise<void> {
  const { manager, manager2, safety, safety2, watcher2 } = peopleOf(day);
  const gas = () => ({ sampledAt: day.now(), readings: [{ gas: 'methane', value: 2, unit: '%LEL' }] });
  day.at('20:35');
  await manager.drafts('column', {
    regime: 'chemical', level: 'second', gases: ['methane'], fireWatchId: 'watcher2', plannedEnd: day.time('21:40'), submit: true,
  }); // prettier-ignore
  await manager2.gives('column', 'approve', HERE);
  await manager2.gives('column', 'issue');
  await watcher2.gives('column', 'fire-watch-on');
  await watcher2.ticks('column');
  await watcher2.gives('column', 'gas-test', gas());
  await watcher2.gives('column', 'start');
  await manager.extends('column', 'more of column', '23:00', false);
  await manager.gives('more of column', 'submit');
  await safety.gives('more of column', 'approve', HERE);
  await safety.gives('more of column', 'issue');
  await watcher2.refused('permit.not-ready').gives('more of column', 'start');
  await safety2.gives('more of column', 'substitute-watch'); // `watcher2` is bound to `column` until it is handed over
  await safety2.ticks('more of column');
  await safety2.gives('more of column', 'gas-test', gas());
  await safety2.gives('more of column', 'start');
  await manager.sees('column');
  await safety2.gives('more of column', 'finish');
}

import { PLACE } from '../permit-world';
import { begun, calledTwice, finishedAfterCall, leftAfterCall } from './missed-taps';
import { peopleOf } from './person';
import type { RecordedDay } from './recorded-day';

const HERE = { ...PLACE, accuracyM: 10 };
const AWAY = { lat: PLACE.lat + 0.01, lng: PLACE.lng, accuracyM: 10 };

/** 11:05. `shelf` is made ready, worked under, stopped in every way, finished, watched and closed. */
export async function working(day: RecordedDay): Promise<void> {
  await begun(day);
  day.at('11:05');
  await madeReady(day);
  day.at('11:30');
  await worked(day);
  day.at('14:00');
  await amended(day);
  await finished(day);
}

const methane = (day: RecordedDay, value: number) => ({
  sampledAt: day.now(),
  readings: [{ gas: 'methane', value, unit: '%vol' }],
});

async function madeReady(day: RecordedDay): Promise<void> {
  const { manager, safety, head, watcher, watcher2, regulator, stranger } = peopleOf(day);
  await watcher.refused('permit.not-ready').gives('shelf', 'start');
  await safety.refused('permit.watcher-or-applicant-only').gives('shelf', 'start');
  await watcher2.refused('permit.watcher-only').gives('shelf', 'fire-watch-on', HERE);
  await watcher.refused('permit.not-ready').gives('shelf', 'fire-watch-on', AWAY);
  await watcher.refused('permit.file-unknown').gives('shelf', 'fire-watch-on', { photoId: 'F-safety' });
  await watcher.refused('permit.command-not-open').gives('shelf', 'fire-watch-off');
  await watcher.gives('shelf', 'fire-watch-on', { ...HERE, photoId: 'F-watcher' });
  await watcher.gives('shelf', 'fire-watch-on');
  await watcher.refused('permit.command-not-open').gives('shelf', 'watch-tap');
  await manager.refused('permit.watcher-or-safety-officer-only').gives('shelf', 'measures', { items: [{ code: 'x', confirmed: true }] }); // prettier-ignore
  await safety.refused('request.invalid').gives('shelf', 'measures', { items: [{ code: 'x', confirmed: true }] });
  await watcher.refused('request.invalid').gives('shelf', 'measures');
  await safety.ticks('shelf', true, [0, 1]);
  await watcher.ticks('shelf');
  await watcher.ticks('shelf', false, [1, 2]);
  await watcher.refused('permit.not-ready').gives('shelf', 'start');
  await head.refused('permit.on-site-only').gives('shelf', 'gas-test', methane(day, 0.1));
  await watcher.refused('request.invalid').gives('shelf', 'gas-test', {});
  const faulty = { sampledAt: day.time('12:00'), readings: [{ gas: 'phlogiston', value: 1, unit: '%vol' }, { gas: 'methane', value: 101, unit: '%LEL' }], instrument: { number: 'G-7', calibrationDueOn: '2026-11-23' } }; // prettier-ignore
  await watcher.refused('permit.gas-sample-refused').gives('shelf', 'gas-test', faulty);
  await watcher.gives('shelf', 'gas-test', methane(day, 0.6));
  await watcher.refused('permit.not-ready').gives('shelf', 'start');
  await safety.gives('shelf', 'gas-test', { ...methane(day, 0.4), instrument: { number: 'G-7', calibrationDueOn: '2026-12-31' }, oxygenEnriched: true }); // prettier-ignore
  await watcher.ticks('shelf');
  await stranger.refused('permit.not-found').gives('shelf', 'start');
  await regulator.refused('permit.watcher-or-applicant-only').gives('shelf', 'start');
}

async function worked(day: RecordedDay): Promise<void> {
  const { manager, safety, head, watcher, watcher2, welder, regulator, grid, stranger } = peopleOf(day);
  const { chips } = day;
  const chip = day.chipOf('shelf');
  await welder.refused('job.refused').startsJob('too early', 'shelf', chip.machineCode);
  await watcher.gives('shelf', 'start', { signatureFileId: 'F-watcher' });
  await watcher.refused('permit.command-not-open').gives('shelf', 'start');
  await watcher.refused('permit.command-not-open').gives('shelf', 'resume');
  await chips.heard(chip);
  await welder.startsJob('job on shelf', 'shelf', chip.machineCode);
  await chips.power(chip);
  await watcher2.refused('permit.watcher-only').gives('shelf', 'watch-tap');
  await watcher.refused('request.invalid').gives('shelf', 'watch-tap', { photoId: 'F-watcher' });
  await calledTwice(day);
  day.at('12:20');
  await watcher.gives('shelf', 'watch-tap', HERE);
  day.at('12:25');
  await stranger.refused('permit.not-found').gives('shelf', 'suspend', { reason: '有火星' });
  await grid.refused('permit.stranger').gives('shelf', 'suspend', { reason: '有火星' });
  await welder.gives('shelf', 'suspend'); // stopped first, the reason comes after
  await welder.gives('shelf', 'suspend', { reason: ' 有火星 ' });
  await day.look(); // the job ends with the permit's suspension
  await welder.refused('permit.on-site-only').gives('shelf', 'resume');
  await head.gives('shelf', 'resume', { note: ' 已处理 ' });
  await regulator.gives('shelf', 'suspend', { reason: '现场混乱' });
  await regulator.refused('permit.command-not-open').gives('shelf', 'suspend', { reason: '现场混乱' });
  await watcher.refused('permit.authority-only').gives('shelf', 'resume');
  await regulator.gives('shelf', 'resume');
  await watcher.gives('shelf', 'gas-test', methane(day, 0.9));
  await safety.refused('permit.not-ready').gives('shelf', 'resume');
  await watcher.gives('shelf', 'gas-test', methane(day, 0));
  await watcher.gives('shelf', 'resume');
  await watcher2.refused('permit.watcher-only').gives('shelf', 'fire-watch-off');
  await watcher.gives('shelf', 'fire-watch-off', { reason: ' 吃饭 ' });
  await watcher.refused('permit.command-not-open').gives('shelf', 'fire-watch-off');
  await watcher.refused('permit.command-not-open').gives('shelf', 'watch-tap');
  await manager.refused('permit.not-ready').gives('shelf', 'resume');
  await watcher.gives('shelf', 'fire-watch-on', HERE);
  await manager.gives('shelf', 'resume');
  await watched(day);
}

/** The watcher does not answer: the safety officers are called, another takes the place, nobody does. */
async function watched(day: RecordedDay): Promise<void> {
  const { manager, head, safety, watcher, watcher2 } = peopleOf(day);
  await leftAfterCall(day);
  day.at('13:29');
  await day.look(); // a tap was missed
  await day.look(); // and is not called for twice
  await head.refused('permit.watcher-not-qualified').gives('shelf', 'substitute-watch');
  await watcher.refused('permit.command-not-open').gives('shelf', 'substitute-watch');
  await watcher2.refused('permit.not-ready').gives('shelf', 'substitute-watch', AWAY);
  await watcher2.gives('shelf', 'substitute-watch', { ...HERE, photoId: 'F-watcher2' });
  await watcher.refused('permit.watcher-only').gives('shelf', 'watch-tap');
  await safety.gives('shelf', 'substitute-watch');
  await watcher2.gives('shelf', 'substitute-watch');
  await manager.sees('shelf', 'en');
}

async function amended(day: RecordedDay): Promise<void> {
  const { manager, safety, head, deputy, watcher2, stranger } = peopleOf(day);
  await watcher2.refused('permit.applicant-or-leader-only').gives('shelf', 'amend', { welderIds: ['W2'] });
  await stranger.refused('permit.not-found').gives('shelf', 'amend', { welderIds: ['W2'] });
  await manager.refused('permit.nothing-to-add').gives('shelf', 'amend', { welderIds: ['W1'] });
  await manager.refused('request.invalid').gives('shelf', 'amend', { welderIds: ['W99'] });
  await head.refused('permit.command-not-open').gives('shelf', 'amend', { confirm: true });
  await manager.gives('shelf', 'amend', { welderIds: ['W1', 'W2'], machineIds: ['M2'] });
  await deputy.sees('shelf'); // in the name of `safety2`
  await manager.refused('permit.own-amendment').gives('shelf', 'amend', { confirm: true });
  await head.refused('permit.not-ready').gives('shelf', 'amend', { welderIds: ['W3'] });
  await watcher2.refused('permit.not-approver').gives('shelf', 'amend', { confirm: true });
  await head.gives('shelf', 'amend', { confirm: true, signatureFileId: 'F-head' });
  await safety.refused('permit.command-not-open').gives('shelf', 'amend', { confirm: true });
}

async function finished(day: RecordedDay): Promise<void> {
  const { manager, head, safety, deputy, watcher2, stranger } = peopleOf(day);
  await finishedAfterCall(day);
  day.at('14:41');
  await day.look(); // the watcher is silent: called and stopped at one look
  await watcher2.gives('shelf', 'fire-watch-on', HERE);
  await watcher2.gives('shelf', 'resume');
  await head.refused('permit.on-site-only').gives('shelf', 'finish');
  await watcher2.refused('request.invalid').gives('shelf', 'finish', { reason: '完工' });
  await safety.gives('shelf', 'finish', { note: ' 完工 ' });
  await safety.refused('permit.command-not-open').gives('shelf', 'finish');
  await watcher2.gives('shelf', 'watch-tap');
  await watcher2.refused('permit.not-ready').gives('shelf', 'close', { residualFire: false });
  await watcher2.refused('request.invalid').gives('shelf', 'close');
  await head.refused('permit.on-site-only').gives('shelf', 'close', { residualFire: false });
  day.at('15:43');
  await deputy.gives('rail', 'close', { residualFire: false });
  await watcher2.refused('permit.not-ready').gives('shelf', 'close', { residualFire: true });
  await watcher2.refused('permit.file-unknown').gives('shelf', 'close', { residualFire: false, photoId: 'F-head' });
  await stranger.refused('permit.not-found').gives('shelf', 'close', { residualFire: false });
  await watcher2.gives('shelf', 'close', { residualFire: false, note: ' 无残火 ', photoId: 'F-watcher2', signatureFileId: 'F-watcher2' }); // prettier-ignore
  await watcher2.refused('permit.command-not-open').gives('shelf', 'close', { residualFire: false });
  for (const command of [
    'measures',
    'gas-test',
    'fire-watch-on',
    'fire-watch-off',
    'substitute-watch',
    'watch-tap',
    'amend',
    'cancel',
  ])
    await watcher2.refused('permit.command-not-open').gives('shelf', command);
  await manager.refused('permit.own-application').gives('shelf', 'countersign');
  await manager.copies('shelf', 'shelf again');
  await manager.refused('permit.times-reversed').copies('shelf', 'nothing', { plannedEnd: day.time('08:00') });
  await stranger.refused('permit.not-found').copies('shelf', 'nothing');
}

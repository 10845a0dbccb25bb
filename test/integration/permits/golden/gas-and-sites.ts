import { PLACE } from '../permit-world';
import { peopleOf } from './person';
import type { RecordedDay } from './recorded-day';

const HERE = { ...PLACE, accuracyM: 10 };
const readings = (day: RecordedDay, methane: number, oxygen = 20.9) => ({
  sampledAt: day.now(),
  readings: [
    { gas: 'methane', value: methane, unit: '%vol', point: 'top' },
    { gas: 'oxygen', value: oxygen, unit: '%vol', point: 'bottom' },
  ],
});

/** 15:50. Special work in a tank of a plant: three signatures, gas measured all the time by a device. */
export async function gasInATank(day: RecordedDay): Promise<void> {
  const { manager, manager2, safety, head, deputy, watcher, watcher2, welder, stranger } = peopleOf(day);
  day.at('15:50');
  await manager.refused('permit.urgent-not-allowed').drafts('nothing', { regime: 'chemical', level: 'special', urgent: true, urgentReason: '泄漏' }); // prettier-ignore
  await manager.drafts('tank', {
    regime: 'chemical', level: 'special', gases: ['methane'], place: { name: '储罐', ...PLACE, kinds: ['confined-space'] },
    plannedEnd: day.time('21:00'), submit: true,
  }); // prettier-ignore
  await safety.refused('permit.command-not-open').feeds('tank', readings(day, 0.1));
  await safety.refused('permit.not-ready').gives('tank', 'approve'); // from a desk
  await manager2.refused('permit.not-approver').gives('tank', 'approve', HERE); // who filled it in holds that seat
  await deputy.refused('permit.not-approver').gives('tank', 'approve'); // stood in for `safety2` until 15:00
  await safety.gives('tank', 'approve', HERE);
  await head.gives('tank', 'approve', HERE);
  await head.gives('tank', 'issue');
  await watcher.gives('tank', 'fire-watch-on');
  await watcher.ticks('tank');
  await watcher.refused('permit.not-ready').gives('tank', 'start');
  await watcher.refused('permit.gas-sample-refused').gives('tank', 'gas-test', { sampledAt: day.now(), readings: [{ gas: 'methane', value: 1, unit: '%LEL' }] }); // prettier-ignore
  await watcher.gives('tank', 'gas-test', readings(day, 0.1));
  day.at('16:08');
  await watcher.refused('permit.not-ready').gives('tank', 'start'); // the reading is older than a quarter of an hour
  await watcher.gives('tank', 'gas-test', readings(day, 0.1));
  await manager.gives('tank', 'start');
  day.at('16:20');
  await watcher2.feeds('tank', readings(day, 0.2));
  await stranger.refused('permit.not-found').feeds('tank', readings(day, 0.1));
  await welder.refused('permit.feed-not-yours').feeds('tank', readings(day, 0.1));
  await watcher2.refused('permit.gas-sample-refused').feeds('tank', readings(day, -1));
  await watcher2.refused('request.invalid').feeds('tank', { ...readings(day, 0.1), ...HERE });
  await watcher2.feeds('tank', readings(day, 0.51, 23)); // stops the work
  await safety.feeds('tank', readings(day, 0.1));
  await watcher.gives('tank', 'resume');
  day.at('16:37');
  await day.look(); // no reading came for a quarter of an hour
  await welder.sees('tank');
  await manager.gives('tank', 'finish');
  day.at('17:40');
  await watcher.refused('permit.not-ready').gives('tank', 'close', { residualFire: false });
  await watcher.gives('tank', 'close', { residualFire: false, photoId: 'F-watcher' });
}

/** 17:45. A building site, where who signs has seen the place, and two sign side by side. */
export async function buildingSite(day: RecordedDay): Promise<void> {
  const { manager, manager2, safety, safety2, head, watcher, stranger } = peopleOf(day);
  const AWAY = { lat: PLACE.lat + 0.01, lng: PLACE.lng };
  day.at('17:45');
  await manager.drafts('beam', { regime: 'construction', level: 'first', plannedEnd: day.time('23:00'), submit: true });
  await manager.drafts('scaffold', {
    regime: 'construction',
    level: 'third',
    plannedEnd: day.time('23:30'),
    submit: true,
  });
  await head.gives('beam', 'approve');
  await safety.refused('permit.not-ready').gives('beam', 'approve');
  await safety.refused('request.invalid').gives('beam', 'site-visit');
  await safety.refused('permit.not-ready').gives('beam', 'site-visit', AWAY);
  await manager.refused('permit.own-application').gives('beam', 'site-visit', HERE);
  await watcher.refused('permit.not-approver').gives('beam', 'site-visit', HERE);
  await stranger.refused('permit.not-found').gives('beam', 'site-visit', HERE);
  await safety.refused('permit.file-unknown').gives('beam', 'site-visit', { ...HERE, photoId: 'F-head' });
  await safety.gives('beam', 'site-visit', { ...HERE, photoId: 'F-safety' });
  await safety2.refused('permit.not-ready').gives('beam', 'approve');
  await safety.gives('beam', 'approve');
  await safety.refused('permit.command-not-open').gives('beam', 'site-visit', HERE);
  await safety.gives('beam', 'issue');
  await head.gives('beam', 'cancel', { reason: '大风' });

  day.at('18:10');
  await manager2.gives('scaffold', 'approve'); // the other of the same step is waited for as before
  day.at('18:16');
  await day.look();
  await safety2.gives('scaffold', 'site-visit', PLACE);
  await safety2.gives('scaffold', 'approve');
  await manager2.gives('scaffold', 'return', { reason: '脚手板未铺满' });
  await manager.gives('scaffold', 'cancel', { reason: '改日' });
}

/** 18:25. Two urgent permits, approved by a leader alone: one is signed in full in time, the other is not. */
export async function urgentWork(day: RecordedDay): Promise<void> {
  const { manager, safety, safety2, head, watcher, watcher2, stranger } = peopleOf(day);
  day.at('18:25');
  const urgent = { urgent: true, urgentReason: ' 热力管道爆裂 ', plannedEnd: day.time('23:40') };
  await manager.refused('permit.urgent-reason-missing').drafts('nothing', { urgent: true });
  await manager.drafts('pipe', { ...urgent, submit: true });
  await manager.drafts('valve', { ...urgent, fireWatchId: 'watcher2', plannedEnd: day.time('23:45'), submit: true });
  await safety.refused('permit.not-approver').gives('pipe', 'approve');
  await safety.refused('permit.command-not-open').gives('pipe', 'countersign');
  await head.gives('pipe', 'approve');
  await head.gives('pipe', 'issue');
  await safety.sees('pipe');
  await head.refused('permit.signed-already').gives('pipe', 'countersign');
  await watcher.refused('permit.not-approver').gives('pipe', 'countersign');
  await manager.refused('permit.own-application').gives('pipe', 'countersign');
  await stranger.refused('permit.not-found').gives('pipe', 'countersign');
  await safety.gives('pipe', 'countersign', { comment: ' 补签 ', signatureFileId: 'F-safety' });
  await safety2.refused('permit.not-approver').gives('pipe', 'countersign');
  await head.gives('pipe', 'cancel', { reason: '已改用卡箍' });

  await head.gives('valve', 'approve');
  await head.gives('valve', 'issue');
  await watcher2.gives('valve', 'fire-watch-on', HERE);
  await watcher2.ticks('valve');
  await watcher2.gives('valve', 'start');
  await watcher2.gives('valve', 'finish');
  day.at('19:02');
  await watcher2.gives('valve', 'close', { residualFire: false }); // its signature is owed all the same
}

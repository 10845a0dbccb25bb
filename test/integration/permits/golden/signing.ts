import { peopleOf, type Draft } from './person';
import type { RecordedDay } from './recorded-day';
import { layDownRule } from './stage';

/** 08:20. A permit is signed, sent back, signed anew, slept over, signed by a deputy and issued; others fail on the way. */
export async function signing(day: RecordedDay): Promise<void> {
  const { manager, safety, safety2, head, deputy, watcher, regulator, stranger } = peopleOf(day);
  day.at('08:20');
  await sentBack(day);

  day.at('08:50');
  await manager.gives('shelf', 'submit');
  await manager.drafts('roof', { plannedEnd: day.time('12:30'), submit: true });
  await manager.drafts('sign', { plannedEnd: day.time('12:40'), submit: true });
  await safety2.drafts('porch', { plannedEnd: day.time('12:50'), submit: true });
  day.at('09:19');
  await safety.gives('porch', 'approve');
  await head.gives('porch', 'approve');
  await safety2.refused('permit.own-application').gives('porch', 'issue');
  await safety.gives('roof', 'approve');
  await head.gives('roof', 'approve');
  day.at('09:25');
  await day.look(); // half an hour: those who sign `shelf` and `sign` are called
  day.at('09:55');
  await day.look(); // an hour: their heads are, and whoever should issue `roof` and `porch`
  await safety.gives('shelf', 'approve', { comment: ' 同意 ', signatureFileId: 'F-safety' });
  await safety.refused('permit.signed-already').gives('shelf', 'approve');
  await safety2.gives('porch', 'cancel', { reason: '改日' }); // whoever asked was not called to issue it
  await turnedDown(day);

  day.at('10:10');
  await head
    .refused('delegation.to-oneself')
    .delegates('nothing', { toUserId: 'head', to: day.time('12:00'), reason: '出差' });
  await safety.refused('delegation.not-yours').delegates('nothing', { fromUserId: 'head', toUserId: 'safety2', to: day.time('12:00'), reason: '出差' }); // prettier-ignore
  await head.delegates('away until noon', { toUserId: 'deputy', to: day.time('12:00'), reason: '出差' });
  await safety.delegates('called off', { fromUserId: 'safety', toUserId: 'deputy', from: day.time('11:00'), to: day.time('12:00'), reason: '培训' }); // prettier-ignore
  await safety2.delegates('from noon', { fromUserId: 'safety2', toUserId: 'deputy', from: day.time('12:00'), to: day.time('15:00'), reason: ' 体检 ' }); // prettier-ignore
  await deputy.listsDelegations();
  await stranger.refused('delegation.not-found').revokes('called off');
  await watcher.refused('delegation.not-yours').revokes('called off');
  await safety.revokes('called off');
  await safety.revokes('called off');
  await raisedAndLowered(day);
  day.at('10:26');
  await day.look(); // the head's own half hour: signing began the count anew, and the deputy hears of it
  await deputy.sees('shelf');
  await head.sees('shelf');
  await safety2.refused('permit.not-approver').gives('shelf', 'approve');
  await deputy.gives('shelf', 'approve', { comment: '代签' });
  await head.refused('permit.command-not-open').gives('shelf', 'approve');
  await manager.refused('permit.own-application').gives('shelf', 'issue');
  await watcher.refused('permit.issuer-only').gives('shelf', 'issue');
  await regulator.refused('request.invalid').gives('shelf', 'cancel');
  await layDownRule(day.world, {
    from: day.time('22:30'),
    key: 'permit.fire-watch-minutes',
    regime: 'general',
    value: { base: 45 },
  });
  day.at('10:57');
  await day.look(); // nobody issued it for half an hour
  await safety2.refused('permit.file-unknown').gives('shelf', 'issue', { signatureFileId: 'F-safety' });
  await safety2.gives('shelf', 'issue', { comment: '可以动火', signatureFileId: 'F-safety2' });
  await safety2.refused('permit.command-not-open').gives('shelf', 'issue');
  await safety.refused('permit.command-not-open').gives('shelf', 'return', { reason: '晚了' });
}

async function sentBack(day: RecordedDay): Promise<void> {
  const { manager, safety, head, watcher, stranger } = peopleOf(day);
  await manager.refused('permit.own-application').gives('shelf', 'approve');
  await head.refused('permit.command-not-open').gives('shelf', 'approve');
  await watcher.refused('permit.not-approver').gives('shelf', 'approve');
  await watcher.refused('permit.not-approver').gives('shelf', 'approve', {}, 'en');
  await stranger.refused('permit.not-found').gives('shelf', 'approve');
  await safety.refused('request.invalid').gives('shelf', 'approve', { reason: '同意' });
  await safety.refused('permit.file-unknown').gives('shelf', 'approve', { signatureFileId: 'F-watcher' });
  await safety.refused('permit.command-not-open').gives('shelf', 'site-visit', { lat: 34.12, lng: 113.82 });
  await safety.gives('shelf', 'approve');
  await head.refused('request.invalid').gives('shelf', 'return');
  await watcher.refused('permit.not-approver').gives('shelf', 'return', { reason: '不行' });
  await safety.refused('permit.signed-already').gives('shelf', 'reject', { reason: '不行' });
  await head.gives('shelf', 'return', { reason: ' 请写明动火部位 ' });
  await head.refused('permit.command-not-open').gives('shelf', 'return', { reason: '再改' });
  await manager.sees('shelf');
}

/** What comes back is filled in anew, and its level is looked at anew. */
async function raisedAndLowered(day: RecordedDay): Promise<void> {
  const { manager, safety } = peopleOf(day);
  const dome: Draft = { regime: 'chemical', level: 'second', plannedStart: day.time('19:00'), gases: ['methane'] };
  await manager.drafts('dome', { ...dome, plannedEnd: day.time('23:00'), submit: true });
  await safety.gives('dome', 'return', { reason: '夜里不动火' });
  await manager.changes('dome', null, { ...dome, plannedEnd: day.time('21:00') });
  await manager.gives('dome', 'submit');
  await manager.gives('dome', 'cancel', { reason: '改日' });
}

async function turnedDown(day: RecordedDay): Promise<void> {
  const { manager, safety, safety2, head, watcher, regulator } = peopleOf(day);
  await watcher.refused('permit.issuer-only').gives('roof', 'return', { reason: '不行' });
  await head.gives('roof', 'return', { reason: '加防护网' });
  await manager.gives('roof', 'submit');
  await head.refused('permit.command-not-open').gives('roof', 'reject', { reason: '不同意' });
  await safety2.refused('request.invalid').gives('roof', 'reject');
  await safety2.gives('roof', 'reject', { reason: '不同意' });
  await safety2.refused('permit.command-not-open').gives('roof', 'reject', { reason: '不同意' });
  await manager.refused('permit.command-not-open').gives('roof', 'cancel', { reason: '算了' });
  await watcher.refused('permit.applicant-or-leader-only').gives('sign', 'cancel', { reason: '算了' });
  await safety.gives('sign', 'approve');
  await regulator.gives('sign', 'cancel', { reason: '重点时段' });
}

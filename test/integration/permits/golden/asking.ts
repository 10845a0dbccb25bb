import { PLACE, REGION } from '../permit-world';
import { peopleOf, type Draft } from './person';
import type { RecordedDay } from './recorded-day';

/** 08:00. Drafts are made, filled in anew, and sent off; what cannot be sent off is told why. */
export async function asking(day: RecordedDay): Promise<void> {
  const { manager, safety, head, welder, regulator, stranger } = peopleOf(day);
  const until = (text: string): Draft => ({ plannedEnd: day.time(text) });

  day.at('08:00');
  const shelf: Draft = {
    content: ' 焊接货架 ', method: ' 电焊 ', place: { name: ' 一号车间 ', ...PLACE, radiusM: 80, kinds: ['sandwich-panel'], openAir: true },
    plannedStart: day.time('10:30'), plannedEnd: day.time('17:30'), machineIds: ['M1'], welderIds: ['W1', 'W3'],
    levelAnswers: [{ code: 'public-present', yes: true }],
  }; // prettier-ignore
  await manager.drafts('shelf', shelf);
  await manager.changes('shelf', 1, {
    ...shelf,
    content: '焊接货架和护栏',
    welderIds: ['W1'],
    machineIds: ['M1', 'MC1'],
  });
  await manager.refused('version.stale').changes('shelf', 1, shelf);
  await manager.refused('permit.times-reversed').changes('shelf', null, { ...shelf, plannedEnd: day.time('08:00') });
  await safety.refused('permit.applicant-only').changes('shelf', null, shelf);
  await stranger.refused('permit.not-found').changes('shelf', null, shelf);
  await stranger.refused('permit.not-found').sees('shelf');
  await welder.sees('shelf', 'en');

  const nobody = { ...until('07:00'), gases: ['phlogiston'], fireWatchId: 'nobody' };
  await manager.refused('request.invalid').drafts('nothing', nobody, 'en');
  await manager.refused('request.invalid').drafts('nothing', { welderIds: ['W99'], machineIds: ['M99'] });
  await manager.refused('permit.level-unknown').drafts('nothing', { level: 'special' });
  await stranger.refused('permit.not-yours-to-ask').drafts('nothing', { enterpriseId: 'E1' });
  await manager.refused('permit.not-ready').drafts('nothing', { welderIds: [], submit: true });

  await manager.drafts('bare', { welderIds: [], fireWatchId: undefined });
  await manager.refused('permit.not-ready').gives('bare', 'submit');
  await manager.refused('permit.command-unknown').gives('bare', 'fly');
  await safety.refused('permit.command-not-open').gives('bare', 'approve');
  await regulator.refused('permit.applicant-only').gives('bare', 'submit');
  await stranger.refused('permit.not-found').gives('bare', 'submit');
  await manager.refused('request.invalid').gives('bare', 'submit', { comment: '急' });
  await manager.refused('request.invalid').gives('bare', 'cancel');
  await welder.refused('permit.not-found').gives('bare', 'cancel', { reason: '不做了' });
  await manager.gives('bare', 'cancel', { reason: ' 不做了 ' });

  await manager.drafts('unwatched', { fireWatchId: 'head' });
  await manager.refused('permit.watcher-not-qualified').gives('unwatched', 'submit');
  await day.world.sql(
    `insert into nearby_activities (id, kind, enterprise_id, region_code, place_name, lat, lng, radius_m, starts_at, ends_at, declared_by, created_at)
     values ('N1', 'gas-discharge', 'E1', $1, '放空口', $2, $3, 0, $4, $5, 'manager', $4)`,
    [REGION, PLACE.lat, PLACE.lng, day.time('08:00'), day.time('09:00')],
  );
  await manager.drafts('near the vent', { regime: 'chemical', level: 'second' });
  await manager.refused('permit.conflicting-work').gives('near the vent', 'submit');
  await day.world.sql(`delete from nearby_activities where id = 'N1'`);
  await manager.drafts('into the night', {
    regime: 'chemical', level: 'second', plannedStart: day.time('18:00'), plannedEnd: day.time('+2 18:00'),
  }); // prettier-ignore
  await manager.refused('permit.too-long-when-raised').gives('into the night', 'submit');
  await day.world.sql(`update users set disabled_at = now() where id = 'head'`);
  await manager.refused('permit.approver-missing').gives('shelf', 'submit');
  await day.world.sql(`update users set disabled_at = null where id = 'head'`);
  await manager.gives('shelf', 'submit');
  await manager.refused('permit.not-editable').changes('shelf', null, shelf);
  await manager.refused('permit.command-not-open').gives('shelf', 'submit');
  await head.sees('shelf');
  await safety.sees('shelf', 'en');
}

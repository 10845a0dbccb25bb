import { occupierTypes, peopleOf, type Draft } from './person';
import type { RecordedDay } from './recorded-day';
import { layDownRule } from './stage';

const small = (day: RecordedDay, until: string): Draft => ({
  regime: 'small',
  fireWatchId: undefined,
  occupierPhone: '19900007777',
  plannedEnd: day.time(until),
  submit: true,
});
const wrong = (right: string): string => (right === '000000' ? '111111' : '000000');

/** 21:35. A welder declares small jobs; whoever holds the code that was sent confirms them. */
export async function smallJobs(day: RecordedDay): Promise<void> {
  const { manager, welder, welder2, regulator, grid, stranger } = peopleOf(day);
  day.at('21:35');
  await welder.refused('permit.not-ready').drafts('nothing', { ...small(day, '23:30'), occupierPhone: undefined });
  await welder.refused('permit.urgent-not-allowed').drafts('nothing', { ...small(day, '23:30'), urgent: true, urgentReason: '急修' }); // prettier-ignore
  await welder.drafts('stall', small(day, '23:30'));
  const first = day.world.lastCode();
  await occupierTypes(day, 'stall', wrong(first), 'permit.occupier-code-wrong');
  await welder.refused('permit.occupier-code-too-soon').resendsCode('stall');
  await regulator.refused('permit.applicant-only').resendsCode('stall');
  await stranger.refused('permit.not-found').resendsCode('stall');
  await occupierTypes(day, 'more of mast', first, 'permit.not-found');
  day.at('21:37');
  await layDownRule(day.world, {
    from: day.time('22:30'),
    key: 'permit.fire-watch-minutes',
    regime: 'small',
    value: { base: 40 },
  });
  await welder.resendsCode('stall');
  const second = day.world.lastCode();
  await occupierTypes(day, 'stall', wrong(second), 'permit.occupier-code-wrong');
  await occupierTypes(day, 'stall', second);
  await occupierTypes(day, 'stall', second);
  await welder.refused('permit.no-occupier-asked').resendsCode('stall');
  await welder.sees('stall');
  await grid.sees('stall');

  const { code } = (await day.world.sql<{ code: string }>(`select code from machines where id = 'M2'`))[0]!;
  await welder.refused('permit.command-not-open').gives('stall', 'finish');
  await welder.refused('permit.not-ready').gives('stall', 'start');
  await welder.ticks('stall');
  await welder.startsJob('job on stall', 'stall', code); // the first job starts a small permit
  await welder.refused('permit.nothing-to-add').gives('stall', 'amend', { welderIds: ['W1'] });
  await welder2.refused('permit.not-found').gives('stall', 'amend', { welderIds: ['W2'] });
  await welder.gives('stall', 'amend', { welderIds: ['W2'] });
  await welder2.gives('stall', 'suspend', { reason: '缺少灭火器' });
  await day.look();
  await welder.gives('stall', 'resume');
  await welder.gives('stall', 'finish');
  await welder.refused('permit.not-ready').gives('stall', 'close', { residualFire: false });

  // a place of its own: the third small job at the stall within a week would be none
  const corner = { name: '街角', lat: 34.2, lng: 113.82, radiusM: 100 };
  await welder.drafts('cart', { ...small(day, '22:39'), place: corner });
  const used = day.world.lastCode();
  for (let n = 0; n < 5; n += 1) await occupierTypes(day, 'cart', wrong(used), 'permit.occupier-code-wrong');
  await occupierTypes(day, 'cart', used, 'permit.occupier-code-used-up');
  await manager.refused('permit.not-found').gives('cart', 'cancel', { reason: '不在场' });
  day.at('22:15');
  await welder.gives('stall', 'close', { residualFire: false, note: '无残火', photoId: 'F-welderUser' });
  await welder.copies('stall', 'stall by night', { plannedEnd: day.time('23:55'), submit: true });
  await welder.gives('stall by night', 'cancel', { reason: '太晚' });
  await welder.resendsCode('cart');
  await welder.refused('permit.occupier-code-too-soon').resendsCode('cart');
  for (const minute of ['22:17', '22:18', '22:19']) {
    day.at(minute);
    await welder.resendsCode('cart');
  }
  await welder.refused('permit.occupier-codes-used-up').resendsCode('cart');
}

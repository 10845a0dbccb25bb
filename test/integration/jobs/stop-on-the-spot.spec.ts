import { HOUR } from '../../../src/kernel/time';
import { T0 } from '../../domain/authorization/perfect-facts';
import { JobWorld } from './job-world';

let world: JobWorld;
beforeAll(async () => {
  world = await JobWorld.open();
});
afterAll(() => world.close());
beforeEach(() => {
  world.clock.at = T0;
});

async function stopped(): Promise<string> {
  const id = await world.running(await world.pair());
  const answer = await world.byHand.stop(world.asked(world.inspector), id, '现场无监护');
  expect(answer).toMatchObject({ ok: true, value: { state: 'stopped', endReason: 'stop-order' } });
  return id;
}
const decide = (id: string, decision: string) => world.decideStop.execute(world.asked(world.regulator), id, decision, '已核实'); // prettier-ignore
const seen = async (id: string) => {
  const found = await world.find.one(world.asked(world.regulator), id);
  return found.ok ? found.value.stopOrder : null;
};

describe('D31 an inspector stops a running job on the spot', () => {
  it('power goes at once; the order waits 24 h for the regulator', async () => {
    const id = await stopped();
    expect(await seen(id)).toMatchObject({
      standing: 'provisional',
      reason: '现场无监护',
      orderedBy: '执法员',
      dueAt: new Date(T0 + 24 * HOUR).toISOString(),
      decidedBy: null,
    });
  });

  it.each([
    ['confirm', 'confirmed'],
    ['lift', 'lifted'],
  ])('the regulator decides once: %s', async (decision, standing) => {
    const id = await stopped();
    expect(await decide(id, decision)).toMatchObject({ ok: true, value: { stopOrder: { standing, decidedBy: '监管员', note: '已核实' } } }); // prettier-ignore
    expect(await decide(id, decision)).toMatchObject({ ok: false, refusal: { code: 'job.stop-decided' } });
  });

  it('what was confirmed the regulator lifts later, and what was lifted nobody confirms', async () => {
    const id = await stopped();
    await decide(id, 'confirm');
    expect(await decide(id, 'lift')).toMatchObject({ ok: true, value: { stopOrder: { standing: 'lifted' } } });
    expect(await decide(id, 'confirm')).toMatchObject({ ok: false, refusal: { code: 'job.stop-decided' } });
  });

  it('after 24 h it lapses, once, and is told', async () => {
    const id = await stopped();
    world.clock.at = T0 + 24 * HOUR;
    expect(await seen(id)).toMatchObject({ standing: 'lapsed' });
    expect(await decide(id, 'confirm')).toMatchObject({ ok: false, refusal: { code: 'job.stop-decided' } });
    for (const _ of [1, 2]) await world.lapseStops.execute(world.clock.at);
    const told = await world.sql<{ user_ids: string[]; data: unknown }>(
      `select user_ids, data from outbox where type = 'job.stop-settled' and entity_id = $1`,
      [id],
    );
    expect(told).toEqual([{ user_ids: ['U7'], data: { standing: 'lapsed' } }]);
  });

  it('the regulator’s own order needs nobody else', async () => {
    const id = await world.running(await world.pair());
    await world.byHand.stop(world.asked(world.regulator), id, '停');
    expect(await seen(id)).toMatchObject({ standing: 'confirmed', dueAt: null });
  });

  it('a photo must be the inspector’s own', async () => {
    const id = await world.running(await world.pair());
    expect(await world.byHand.stop(world.asked(world.inspector), id, '停', 'NONE')).toMatchObject({
      ok: false,
      refusal: { code: 'job.photo-unknown' },
    });
    expect(await world.ending(id)).toBe('running -');
  });

  it('what was never stopped has nothing to decide', async () => {
    const id = await world.running(await world.pair());
    expect(await decide(id, 'confirm')).toMatchObject({ ok: false, refusal: { code: 'job.no-stop-order' } });
  });
});

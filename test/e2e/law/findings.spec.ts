import { POINT, type Person } from '../../support/site';
import { codesOf, County, type Answer, type Draft, type Firm } from './county';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const place = (...kinds: string[]) => ({ name: '测试作业点', ...POINT, radiusM: 100, kinds });
const refusedWith = (answer: Answer, code: string): void => {
  expect([answer.status >= 400, codesOf(answer)]).toEqual([true, expect.stringContaining(code)]);
};

let county: County;
let plant: Firm;
let workshop: Firm;
let builder: Firm;

beforeAll(async () => {
  county = await County.open();
  plant = await county.firm('chemical');
  workshop = await county.firm('manufacturing');
  builder = await county.firm('construction');
}, 120_000);
afterAll(() => county.app.close());

/** Submitted, or the test says what came instead. */
const submitted = async (firm: Firm, change: Draft = {}): Promise<string> => {
  const answer = await county.ask(firm.asker, await county.draft(firm, change));
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return String(answer.body['id']);
};

/** Signed and issued, the watcher there, its measures confirmed: whoever stands in the way of a start is the finding. */
async function ready(firm: Firm, change: Draft = {}): Promise<{ id: string; watcher: Person }> {
  const watcher = await county.colleague(firm, 'fire-watcher');
  const id = await submitted(firm, { fireWatchId: watcher.userId, ...change });
  await county.makeReady({ ...firm, watcher }, id);
  return { id, watcher };
}

describe('D1 a chemical plant files the chemical permit', () => {
  it.each(['small', 'general', 'construction'])('not %s', async (regime) => {
    const draft = await county.draft(plant, { regime, occupierPhone: county.phone(9001) });
    refusedWith(await county.ask(plant.manager, draft), 'permit.regime');
  });

  it('nor does a contractor at its place', async () => {
    const draft = await county.draft(plant, { regime: 'construction', contractorId: builder.enterpriseId });
    refusedWith(await county.ask(plant.manager, draft), 'permit.regime');
  });
});

describe('D2 a small job needs two people and a harmless place', () => {
  it('not the phone of the welder who declares', async () => {
    const own = await county.welder(workshop, 9101);
    const draft = await county.draft(workshop, { regime: 'small', welderIds: [own.id], occupierPhone: own.phone });
    refusedWith(await county.ask(own.person, { ...draft, enterpriseId: undefined }), 'permit.occupier');
  });

  it.each(['confined-space', 'sandwich-panel'])('not in a place of the kind %s', async (kind) => {
    const change = { regime: 'small', occupierPhone: county.phone(9102), place: place(kind) };
    refusedWith(await county.ask(workshop.manager, await county.draft(workshop, change)), 'permit.small-not-for-place');
  });
});

const yesTo = async (firm: Firm, regime: string, code: string): Promise<Draft> => {
  const { levelAnswers } = (await county.draft(firm, { regime })) as { levelAnswers: { code: string }[] };
  return { regime, levelAnswers: levelAnswers.map((one) => ({ code: one.code, yes: one.code === code })) };
};

describe('D3, D4 what counts as a gas test of a chemical permit', () => {
  let id: string;
  let watcher: Person;
  beforeAll(async () => {
    ({ id, watcher } = await ready(plant, { regime: 'chemical', level: 'second', plannedEnd: county.iso(4 * HOUR) }));
  }, 60_000);

  it('not 33 %LEL from a meter that tells no gases apart', async () => {
    await county.measure(watcher, id, [{ gas: 'combustible', value: 33, unit: '%LEL' }]);
    refusedWith(await county.give(watcher, id, 'start'), 'permit.gas-test');
  });

  it('not oxygen alone', async () => {
    await county.measure(watcher, id, [{ gas: 'oxygen', value: 20.9, unit: '%vol' }]);
    refusedWith(await county.give(watcher, id, 'start'), 'permit.gas-test');
  });

  it('but 9 %LEL with oxygen beside it', async () => {
    await county.measure(watcher, id, [
      { gas: 'combustible', value: 9, unit: '%LEL' },
      { gas: 'oxygen', value: 20.9, unit: '%vol' },
    ]);
    expect((await county.give(watcher, id, 'start')).status).toBe(200);
  });
});

describe('D5 vessels that held fuel and confined spaces are measured in every regime', () => {
  it.each([
    ['general, a vessel', () => yesTo(workshop, 'general', 'flammables-held'), () => workshop],
    ['general, confined', () => Promise.resolve({ place: place('confined-space') }), () => workshop],
    ['construction, a vessel', () => yesTo(builder, 'construction', 'vessels'), () => builder],
  ])('%s', async (_, change, firm) => {
    const { id, watcher } = await ready(firm(), { ...(await change()), gases: ['methane'] });
    refusedWith(await county.give(watcher, id, 'start'), 'permit.gas-test-missing');
  });
});

it('D6 4,000 ppm of hydrogen sulphide is no air to work in', async () => {
  const { id, watcher } = await ready(workshop, {
    place: place('confined-space'),
    gases: ['methane', 'hydrogen-sulfide'],
  });
  await county.measure(watcher, id, [
    { gas: 'methane', value: 0, unit: '%vol' },
    { gas: 'oxygen', value: 20.9, unit: '%vol' },
    { gas: 'hydrogen-sulfide', value: 0.4, unit: '%vol' },
  ]);
  refusedWith(await county.give(watcher, id, 'start'), 'permit.gas-test');
});

describe('D12 not answered is not no', () => {
  it('blocks submission', async () => {
    const draft = await county.draft(plant, { regime: 'chemical', levelAnswers: [], gases: ['methane'] });
    refusedWith(await county.ask(plant.manager, draft), 'permit.question-unanswered');
  });

  it('a kind of place contradicts a no', async () => {
    const { levelAnswers } = await county.draft(workshop);
    const draft = await county.draft(workshop, { place: place('confined-space', 'height'), levelAnswers });
    refusedWith(await county.ask(workshop.manager, draft), 'permit.answer-against-place');
  });
});

it('S1, D29 the region of a permit is its owner’s, whatever the caller writes', async () => {
  const answer = await county.ask(workshop.manager, await county.draft(workshop, { regionCode: '110105' }));
  expect([answer.status, answer.body['regionCode']]).toEqual([201, '411003']);
});

describe('D11 a crowded place is not welded in while it is open', () => {
  it('is not asked for within its opening hours', async () => {
    const draft = await county.draft(workshop, { place: place('crowded') });
    refusedWith(await county.ask(workshop.asker, draft), 'permit.open-all-along');
  });

  it('is not begun in them, though the permit lasts into the night', async () => {
    await county.pass(5 * HOUR);
    const { id, watcher } = await ready(workshop, { place: place('crowded'), plannedEnd: county.iso(8 * HOUR) });
    await county.give(watcher, id, 'start');
    refusedWith(await county.job(workshop, id), 'place.closed-hours-only');
  });
});

// Last, because the rest of the day is special.
it('D10 work of a lower level ends when a special period is declared over it', async () => {
  const { id, watcher } = await ready(plant, { regime: 'chemical', level: 'second', gases: ['methane'] });
  await county.measure(watcher, id, [
    { gas: 'methane', value: 0, unit: '%vol' },
    { gas: 'oxygen', value: 20.9, unit: '%vol' },
  ]);
  expect((await county.give(watcher, id, 'start')).status).toBe(200);
  const job = await county.job(plant, id);
  expect([job.status, job.body['state']]).toEqual([201, 'running']);
  const tomorrow = county.iso(32 * HOUR).slice(0, 10);
  const period = { name: '测试重点时段', to: tomorrow, regionCode: '411003' };
  await plant.admin.must('/special-periods', period);
  for (const minutes of [20, 20]) {
    await county.pass(minutes * MINUTE);
    await county.give(watcher, id, 'watch-tap', { ...POINT, accuracyM: 8 });
  }
  const { body } = await plant.welder.get(`/jobs/${String(job.body['id'])}`);
  expect((body as { state: string }).state).not.toBe('running');
});

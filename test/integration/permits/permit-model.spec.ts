import fc from 'fast-check';
import type { PermitCommandRequest } from '../../../src/modules/permits/steps/permit-command.dto';
import { HOUR } from '../../../src/kernel/time';
import { PermitModel, WHAT, WHO, type Verdict, type What, type Who } from './permit-model';
import { minutes, outcome, PermitWorld, PLACE, T0 } from './permit-world';

/** Runs of about 25 commands each; `MODEL_RUNS=4000` tries more than 10⁵ of them. */
const RUNS = Number(process.env.MODEL_RUNS ?? 9);
const SEED = process.env.MODEL_SEED === undefined ? undefined : Number(process.env.MODEL_SEED);

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
});
afterAll(() => world?.close());

let welders = 0;
/** Somebody who is not named yet, so that there is always something to add. */
async function newWelder(): Promise<string> {
  const id = `WM${(welders += 1)}`;
  await world.welder(id);
  return id;
}

/** The platform with one permit in it. */
interface Real {
  readonly id: string;
}

async function bodyOf(who: Who, id: string, what: What, good: boolean): Promise<PermitCommandRequest> {
  switch (what) {
    case 'return':
    case 'reject':
    case 'cancel':
    case 'suspend':
      return { reason: '测试' };
    case 'measures':
      return { items: (await world.see(id)).measures.map(({ code }, i) => ({ code, confirmed: good || i > 0 })) };
    case 'gas-test':
      return {
        sampledAt: new Date(world.clock.at).toISOString(),
        readings: [{ gas: 'methane', value: good ? 0.1 : 2, unit: '%vol' }],
      };
    case 'fire-watch-on':
    case 'substitute-watch':
      return { ...PLACE, accuracyM: 10 };
    case 'close':
      return { residualFire: false, photoId: await world.photo(who) };
    case 'amend':
      return good ? { welderIds: [await newWelder()] } : { confirm: true };
    default:
      return {};
  }
}

const VERDICTS: Readonly<Record<string, Verdict>> = {
  allowed: 'done',
  'conflict permit.command-not-open': 'out-of-turn',
  'conflict permit.not-ready': 'not-ready',
};

interface Order {
  readonly who: Who;
  readonly what: What;
  readonly good: boolean;
}
const named = ({ who, what, good }: Order): string => `${who} ${what}${good ? '' : ' (bad)'}`;

async function verdictOf(asked: ReturnType<PermitWorld['give']>): Promise<Verdict> {
  const answer = await outcome(asked);
  return VERDICTS[answer] ?? (answer.startsWith('forbidden ') ? 'stranger' : (answer as Verdict));
}

const really = async ({ id }: Real, { who, what, good }: Order): Promise<Verdict> =>
  verdictOf(world.give(who, id, what, await bodyOf(who, id, what, good)));

const ours = (commands: readonly string[]): string[] =>
  commands.filter((one) => (WHAT as readonly string[]).includes(one)).sort();

/** What people see agrees: the state, and somebody's buttons; whose is another's each time. */
let turn = 0;
async function compare(model: PermitModel, { id }: Real, told: string): Promise<void> {
  const who = WHO[(turn += 1) % WHO.length]!;
  const seen = await world.see(id, who);
  const expected = { told, who, state: model.state, open: [...model.open(who)].sort() };
  expect({ told, who, state: seen.state, open: ours(seen.commands) }).toEqual(expected);
}

class OneCommand implements fc.AsyncCommand<PermitModel, Real> {
  constructor(readonly order: Order) {}
  check(): boolean {
    return true;
  }
  async run(model: PermitModel, real: Real): Promise<void> {
    const { who, what, good } = this.order;
    const answer = await really(real, this.order);
    expect({ order: this.toString(), answer }).toEqual({ order: this.toString(), answer: model.give(who, what, good) });
    await compare(model, real, this.toString());
  }
  toString(): string {
    return named(this.order);
  }
}

/** Both at once: what comes of it is what one of the two orders would have given. */
async function race(model: PermitModel, real: Real, orders: [Order, Order]): Promise<void> {
  const told = `[${named(orders[0])} | ${named(orders[1])}]`;
  const bodies = await Promise.all(orders.map(({ who, what, good }) => bodyOf(who, real.id, what, good)));
  const answers = await Promise.all(
    orders.map(({ who, what }, i) => verdictOf(world.give(who, real.id, what, bodies[i]))),
  );
  const { state } = await world.see(real.id);
  const ways = [
    [0, 1],
    [1, 0],
  ].map((order) => {
    const way = model.copy();
    const verdicts: Verdict[] = [];
    for (const i of order) {
      const { who, what, good } = orders[i]!;
      verdicts[i] = way.give(who, what, good);
    }
    return { way, verdicts };
  });
  const possible = ways.filter(({ way, verdicts }) => way.state === state && verdicts.join() === answers.join());
  const seen = { from: model.state, told, answers, state };
  expect({ ...seen, explained: possible.length > 0 }).toEqual({ ...seen, explained: true });
  const after = await theOneThatIs(
    possible.map(({ way }) => way),
    real,
  );
  Object.assign(model, after);
  await compare(model, real, told);
}

class TwoAtOnce implements fc.AsyncCommand<PermitModel, Real> {
  constructor(
    readonly first: Order,
    readonly second: Order,
  ) {}
  check(): boolean {
    return true;
  }
  run(model: PermitModel, real: Real): Promise<void> {
    return race(model, real, [this.first, this.second]);
  }
  toString(): string {
    return `[${named(this.first)} | ${named(this.second)}]`;
  }
}

/** Two steps that are both open now, whichever those are. */
class OpenRace implements fc.AsyncCommand<PermitModel, Real> {
  private told = 'race';
  constructor(
    readonly first: number,
    readonly second: number,
  ) {}
  check(model: Readonly<PermitModel>): boolean {
    return WHO.some((who) => model.open(who).length > 0);
  }
  run(model: PermitModel, real: Real): Promise<void> {
    const open = WHO.flatMap((who) => model.open(who).map((what) => ({ who, what, good: model.usual(what) })));
    const pick = (n: number): Order => open[n % open.length]!;
    this.told = `race [${named(pick(this.first))} | ${named(pick(this.second))}]`;
    return race(model, real, [pick(this.first), pick(this.second)]);
  }
  toString(): string {
    return this.told;
  }
}

/** Two orders may explain the answers and still differ in what is open next. */
async function theOneThatIs(ways: PermitModel[], { id }: Real): Promise<PermitModel> {
  const [first, second] = ways;
  if (!second || JSON.stringify(first) === JSON.stringify(second)) return first!;
  for (const who of WHO) {
    const open = ours((await world.see(id, who)).commands).join();
    const fitting = ways.filter((way) => [...way.open(who)].sort().join() === open);
    if (fitting.length === 1) return fitting[0]!;
  }
  return first!;
}

class TimePasses implements fc.AsyncCommand<PermitModel, Real> {
  constructor(readonly ms: number) {}
  check(): boolean {
    return true;
  }
  async run(model: PermitModel, real: Real): Promise<void> {
    await world.elapse(this.ms);
    model.pass(this.ms);
    await compare(model, real, this.toString());
  }
  toString(): string {
    return `${this.ms / 60_000} min`;
  }
}

/** The clock jumps past the end while somebody acts and the timer looks, all at once. */
class EndAgainst implements fc.AsyncCommand<PermitModel, Real> {
  constructor(readonly order: Order) {}
  check(): boolean {
    return true;
  }
  async run(model: PermitModel, real: Real): Promise<void> {
    const left = Math.max(0, model.end - model.now);
    world.clock.at += left;
    const [answer] = await Promise.all([really(real, this.order), world.look()]);
    model.pass(left);
    const { who, what, good } = this.order;
    expect({ order: this.toString(), answer }).toEqual({ order: this.toString(), answer: model.give(who, what, good) });
    await world.look();
    await compare(model, real, this.toString());
  }
  toString(): string {
    return `end against ${named(this.order)}`;
  }
}

const anyOrder = fc.record({ who: fc.constantFrom(...WHO), what: fc.constantFrom(...WHAT), good: fc.boolean() });
/** Steps that lead on, so that runs get somewhere. */
const onward = fc.constantFrom<Order[]>(
  { who: 'manager', what: 'submit', good: true },
  { who: 'safety', what: 'approve', good: true },
  { who: 'head', what: 'approve', good: true },
  { who: 'head', what: 'issue', good: true },
  { who: 'watcher', what: 'fire-watch-on', good: true },
  { who: 'watcher', what: 'measures', good: true },
  { who: 'safety', what: 'gas-test', good: true },
  { who: 'manager', what: 'start', good: true },
  { who: 'watcher', what: 'resume', good: true },
  { who: 'watcher', what: 'finish', good: true },
  { who: 'watcher', what: 'close', good: true },
);
const RACES: [Order, Order][] = [
  [
    { who: 'safety', what: 'approve', good: true },
    { who: 'head', what: 'approve', good: true },
  ],
  [
    { who: 'safety', what: 'approve', good: true },
    { who: 'safety', what: 'approve', good: true },
  ],
  [
    { who: 'welderUser', what: 'suspend', good: true },
    { who: 'watcher', what: 'finish', good: true },
  ],
  [
    { who: 'manager', what: 'start', good: true },
    { who: 'watcher', what: 'fire-watch-off', good: true },
  ],
  [
    { who: 'head', what: 'issue', good: true },
    { who: 'safety', what: 'return', good: true },
  ],
  [
    { who: 'manager', what: 'cancel', good: true },
    { who: 'manager', what: 'start', good: true },
  ],
  [
    { who: 'safety', what: 'substitute-watch', good: true },
    { who: 'watcher', what: 'fire-watch-off', good: true },
  ],
  [
    { who: 'safety', what: 'gas-test', good: false },
    { who: 'watcher', what: 'finish', good: true },
  ],
];

/** On the way to work, so that most commands of a run meet a permit that is alive. */
const WAY: Order[] = [
  { who: 'manager', what: 'submit', good: true },
  { who: 'safety', what: 'approve', good: true },
  { who: 'head', what: 'approve', good: true },
  { who: 'head', what: 'issue', good: true },
  { who: 'watcher', what: 'fire-watch-on', good: true },
  { who: 'watcher', what: 'measures', good: true },
  { who: 'manager', what: 'start', good: true },
];

it(
  'the service and a small model never disagree, one command at a time or two at once',
  async () => {
    let commands = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: WAY.length }),
        fc.commands<PermitModel, Real, false>(
          [
            onward.map((order) => new OneCommand(order)),
            onward.map((order) => new OneCommand(order)),
            anyOrder.map((order) => new OneCommand(order)),
            anyOrder.map((order) => new OneCommand(order)),
            fc.constantFrom(...RACES).map(([a, b]) => new TwoAtOnce(a, b)),
            fc.tuple(anyOrder, anyOrder).map(([a, b]) => new TwoAtOnce(a, b)),
            fc.tuple(fc.nat(100), fc.nat(100)).map(([a, b]) => new OpenRace(a, b)),
            fc.tuple(fc.nat(100), fc.nat(100)).map(([a, b]) => new OpenRace(a, b)),
            fc.constantFrom(1, 20, 31, 59, 71).map((n) => new TimePasses(minutes(n))),
            anyOrder.map((order) => new EndAgainst(order)),
          ],
          { maxCommands: 60, size: 'max' },
        ),
        async (ahead, steps) => {
          world.clock.at = T0;
          await world.sql(`update permits set watcher_id = null, state = 'cancelled' where state <> 'closed'`);
          await world.sql('delete from permit_deadlines');
          const { id } = await world.create({ plannedEnd: new Date(T0 + 8 * HOUR).toISOString() });
          const model = new PermitModel(T0, T0, T0 + 8 * HOUR);
          for (const order of WAY.slice(0, ahead)) await new OneCommand(order).run(model, { id });
          await fc.asyncModelRun(
            () => ({ model, real: { id } }),
            countedBy(steps, () => (commands += 1)),
          );
        },
      ),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
    expect(commands).toBeGreaterThan(RUNS * 5);
    if (process.env.MODEL_RUNS) process.stdout.write(`permit model: ${commands} commands\n`);
  },
  Math.max(60_000, RUNS * 5_000),
);

function* countedBy<T>(steps: Iterable<T>, count: () => void): Generator<T> {
  for (const step of steps) {
    count();
    yield step;
  }
}

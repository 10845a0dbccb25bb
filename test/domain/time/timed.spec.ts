import { Logger } from '@nestjs/common';
import { Clock } from '../../../src/platform/time/clock';
import { Timed } from '../../../src/platform/time/timed';

const EVERY_MS = 1_000;
const NOON = Date.parse('2026-11-24T04:00:00Z');

class Rounds extends Timed {
  readonly turns: number[] = [];
  fails = false;

  constructor(here: boolean) {
    super({ name: 'rounds', everyMs: EVERY_MS, here }, new Clock());
  }

  execute(at: number): Promise<void> {
    this.turns.push(at - NOON);
    return this.fails ? Promise.reject(new Error('the database is away')) : Promise.resolve();
  }

  askForTurn(): void {
    this.poke();
  }
}

let logged: jest.SpyInstance;

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
  logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const started = (here = true): Rounds => {
  const rounds = new Rounds(here);
  void rounds.onApplicationBootstrap();
  return rounds;
};

describe('timed work', () => {
  it('waits for the start of the process, and is told the time of each turn', async () => {
    const rounds = new Rounds(true);
    await jest.advanceTimersByTimeAsync(EVERY_MS);
    expect(rounds.turns).toEqual([]);
    void rounds.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(2 * EVERY_MS);
    expect(rounds.turns).toEqual([2_000, 3_000]);
    await rounds.beforeApplicationShutdown();
  });

  it('is left to the process whose work it is', async () => {
    const rounds = started(false);
    await jest.advanceTimersByTimeAsync(2 * EVERY_MS);
    rounds.askForTurn();
    await jest.advanceTimersByTimeAsync(0);
    expect(rounds.turns).toEqual([]);
  });

  it('takes no turn once the process stops', async () => {
    const rounds = started();
    await rounds.beforeApplicationShutdown();
    await jest.advanceTimersByTimeAsync(2 * EVERY_MS);
    expect(rounds.turns).toEqual([]);
  });

  it('goes on after a fault', async () => {
    const rounds = started();
    rounds.fails = true;
    await jest.advanceTimersByTimeAsync(2 * EVERY_MS);
    expect(rounds.turns).toEqual([1_000, 2_000]);
    expect(logged).toHaveBeenCalledTimes(2);
    await rounds.beforeApplicationShutdown();
  });

  it('comes at once when asked for', async () => {
    const rounds = started();
    rounds.askForTurn();
    await jest.advanceTimersByTimeAsync(0);
    expect(rounds.turns).toEqual([0]);
    await rounds.beforeApplicationShutdown();
  });
});

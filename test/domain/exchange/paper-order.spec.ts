import { judgePaper, type PaperFinding } from '../../../src/domain/exchange/paper-order';
import type { PlantEvent } from '../../../src/domain/permits/plant-paper';

describe('papers of a plant count in the order of their versions', () => {
  it.each<[string, number, PlantEvent | null, number, number, string | null, PaperFinding]>([
    ['the permit itself', 1, null, 1, 0, null, 'due'],
    ['the permit once more', 1, null, 2, 1, 'h', 'same'],
    ['the permit with another content', 1, null, 2, 1, 'other', 'replayed'],
    ['the next event', 2, 'start', 2, 1, null, 'due'],
    ['an event with a hole before it', 4, 'start', 3, 2, null, 'gap'],
    ['a gas test with a hole before it', 4, 'gas-test', 3, 2, null, 'gap'],
    ['a stop with a hole before it', 4, 'suspend', 3, 2, null, 'due'],
    ['a watcher who leaves with a hole before it', 9, 'watch-off', 3, 2, null, 'due'],
    ['what comes after the stop that it precedes', 3, 'resume', 3, 4, null, 'overtaken'],
    ['a gas test that comes after such a stop', 3, 'gas-test', 3, 4, null, 'due'],
    ['a second stop that comes late', 3, 'suspend', 3, 4, null, 'due'],
    ['what follows once the hole is filled', 5, 'resume', 5, 4, null, 'due'],
    ['an old event once more', 3, 'suspend', 5, 4, 'h', 'same'],
  ])('%s', (_, version, event, next, last, hash, expected) => {
    expect(judgePaper({ version, event, hash: 'h' }, { next, last, hash })).toBe(expected);
  });
});

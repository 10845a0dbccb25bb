import type { ArcShape } from '../../../src/domain/arcs/arc-evidence';
import { matchArcs } from '../../../src/domain/arcs/match-arcs';

const shape = (startUp: number, lastUp: number): ArcShape => ({
  ...{ startUp, lastUp, ended: true, startedAt: startUp, lastSeenAt: lastUp, arcMs: lastUp - startUp },
  ...{ peakA: 0, jobId: null, sampleMs: 1_000, fromEvents: true },
});
const stored = (id: string, startUp: number, lastUp: number) => ({ id, ...shape(startUp, lastUp) });

/** `start of the shape <- stored arc`, then what was absorbed. */
const drawn = (shapes: ArcShape[], arcs: ReturnType<typeof stored>[]): string[] => {
  const { kept, merged } = matchArcs(shapes, arcs);
  return [
    ...kept.map((one) => `${one.shape.startUp}<-${one.stored?.id ?? 'new'}`),
    ...merged.map((one) => `${one.stored.id} in ${one.into.startUp}`),
  ];
};

describe('an arc keeps its identity while evidence reshapes it', () => {
  it.each<[string, ArcShape[], ReturnType<typeof stored>[], string[]]>([
    ['nothing changed', [shape(0, 10)], [stored('A', 0, 10)], ['0<-A']],
    ['grown at both ends', [shape(0, 30)], [stored('A', 10, 20)], ['0<-A']],
    [
      'two were one: the earlier goes on',
      [shape(0, 30)],
      [stored('A', 0, 10), stored('B', 20, 30)],
      ['0<-A', 'B in 0'],
    ],
    ['one was two: the earlier goes on', [shape(0, 10), shape(20, 30)], [stored('A', 0, 30)], ['0<-A', '20<-new']],
    ['moved aside', [shape(40, 50)], [stored('A', 0, 10)], ['40<-A']],
    ['a new one between two', [shape(0, 10), shape(20, 25), shape(40, 50)], [stored('A', 0, 10), stored('B', 40, 50)], ['0<-A', '20<-new', '40<-B']], // prettier-ignore
    ['gone altogether', [], [stored('A', 0, 10)], []],
  ])('%s', (_, shapes, arcs, expected) => {
    expect(drawn(shapes, arcs)).toEqual(expected);
  });
});

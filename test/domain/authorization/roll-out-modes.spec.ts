import * as fc from 'fast-check';
import { modesAt, type DeclaredMode } from '../../../src/domain/authorization/roll-out-modes';

const declared = (regionCode: string, topic: DeclaredMode['topic'], mode: DeclaredMode['mode']): DeclaredMode => ({
  regionCode,
  topic,
  mode,
});

describe('the roll-out modes of a region', () => {
  it('are those of the platform where nobody declared any', () =>
    expect(modesAt([])).toEqual({
      chip: 'enforce',
      training: 'warn',
      inspection: 'enforce',
      position: 'enforce',
      proof: 'warn',
      identity: 'observe',
    }));

  it('are the narrowest region’s of each topic, in whatever order they come', () => {
    const rows = [
      declared('', 'chip', 'observe'),
      declared('41', 'chip', 'warn'),
      declared('411003', 'chip', 'enforce'),
      declared('', 'training', 'observe'),
      declared('4110', 'inspection', 'warn'),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(modesAt(shuffled)).toEqual({
          chip: 'enforce',
          training: 'observe',
          inspection: 'warn',
          position: 'enforce',
          proof: 'warn',
          identity: 'observe',
        });
      }),
    );
  });

  it('a softer mode of a narrower region counts, too', () =>
    expect(modesAt([declared('411003', 'chip', 'observe'), declared('41', 'chip', 'enforce')]).chip).toBe('observe'));
});

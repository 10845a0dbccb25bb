import { strict as assert } from 'node:assert';
import { historyOf } from '../domain/arcs/histories/truth';
import { wrongOnes } from '../domain/arcs/histories/wrong-ones';
import type { Fault } from './harness/fault';

const ARCS = 100_000;

/**
 * 12. Arcs whose truth is known, of chips with every kind of clock that come out of their buffers late, in portions and in
 * several starts, through the steps of ingest to the verdict. No unauthorised arc is excused; nearly no honest one is accused.
 */
export const corpus: Fault = {
  name: '12',
  title: 'detector on a labelled corpus',
  inTests: 'test/domain/arcs/histories (400 histories)',
  tryIt({ seed, say }) {
    const counted = { honest: 0, not: 0, missed: 0, accused: 0 };
    for (let n = 1; counted.honest + counted.not < ARCS; n += 1) {
      const one = (seed % 1_000_000) * 1_000 + n;
      const history = historyOf(one);
      const wrong = wrongOnes(history, one);
      counted.honest += history.arcs.filter(({ honest }) => honest).length;
      counted.not += history.arcs.filter(({ honest }) => !honest).length;
      counted.missed += wrong.filter(({ honest }) => !honest).length;
      counted.accused += wrong.filter(({ honest }) => honest).length;
      for (const { honest, boot, is, clock } of wrong) say(`history ${one}, boot ${boot}, clock ${clock}: ${is}, truly ${honest ? 'honest' : 'not'}`); // prettier-ignore
    }
    const { honest, not, missed, accused } = counted;
    assert.equal(missed, 0, `${missed} of ${not} unauthorised arcs were excused`);
    assert.ok(accused <= honest / 1_000, `${accused} of ${honest} honest arcs were accused`);
    return Promise.resolve({
      tried: `${not} unauthorised arcs, ${missed} missed; ${honest} honest ones, ${accused} accused`,
      lost: missed,
      doubled: 0,
    });
  },
};

import type { TestApp } from '../../test/support/app';
import { inventedChip } from '../../test/support/people';
import type { Person } from '../../test/support/site';
import type { ChipSecret } from './chip-line';

/** A list that a maker would send is not longer. */
const AT_ONCE = 2_000;

/** Chips that nobody has heard of yet; `from` sets them apart from others of the bench. */
export async function importChips(app: TestApp, admin: Person, count: number, from: number): Promise<ChipSecret[]> {
  const chips = Array.from({ length: count }, (_, n) => inventedChip(from + n));
  for (let n = 0; n < count; n += AT_ONCE) {
    const lines = chips.slice(n, n + AT_ONCE).map(({ chipNo, secretHex }) => `${chipNo},${secretHex},H2,bench`);
    const answer = await app.request
      .post('/api/v1/chips/import')
      .set('authorization', `Bearer ${admin.token}`)
      .set('content-type', 'text/csv')
      .send(`chipNo,secretHex,model,batch\n${lines.join('\n')}\n`);
    if (answer.status !== 200) throw new Error(`chips: ${answer.status} ${answer.text}`);
  }
  return chips;
}

export interface Machine {
  readonly id: string;
  readonly code: string;
}

/** Machines of an enterprise, one for each chip, in their order. */
export async function bindChips(admin: Person, enterpriseId: string, chips: readonly ChipSecret[]): Promise<Machine[]> {
  const machines: Machine[] = [];
  for (const { chipNo } of chips) {
    const machine = await admin.must('/machines', {
      model: 'ZX7-400',
      process: 'MMA',
      enterpriseId,
      regionCode: '411003',
      inspectionDueOn: '2030-01-01',
    });
    const id = String(machine['id']);
    await admin.must(`/machines/${id}/chip`, { chipNo });
    machines.push({ id, code: String(machine['code']) });
  }
  return machines;
}

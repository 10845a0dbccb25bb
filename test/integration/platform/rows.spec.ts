import { LessThan } from 'typeorm';
import { columnsOf } from '../../../src/platform/database/columns';
import type { Rows } from '../../../src/platform/database/rows';
import { systemScope, type Scope } from '../../../src/platform/database/scope';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { CalendarDayRow } from '../../../src/schema/rules/calendar-day.row';
import { SpecialPeriodRow } from '../../../src/schema/rules/special-period.row';
import { EnterpriseRow } from '../../../src/schema/registry/enterprise.row';
import { freshDatabase, type TestDatabase } from '../../support/database';

const SYSTEM = systemScope('test');
const OFFICIAL: Scope = { kind: 'region', regionCode: '411003', userId: 'U' };
const AT = Date.parse('2026-03-01T08:00:00.123Z');

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db?.close());

const firm = (id: string, regionCode: string) => ({
  id,
  name: `示例厂 ${id}`,
  kind: 'company',
  industry: 'other',
  regionCode,
  status: 'active',
  contactName: '示例',
  contactPhoneSealed: 'k1.x',
  createdAt: AT,
});
const insert = (tx: Tx, id: string, regionCode = '411003'): Promise<void> =>
  tx.rows(EnterpriseRow).insert(firm(id, regionCode));
const has = (id: string): Promise<boolean> => db.uow.run(SYSTEM, (tx) => tx.rows(EnterpriseRow).existsBy({ id }));

describe('rows of a table inside the open transaction', () => {
  it('are written and read as the role of the transaction, and are gone if it throws', async () => {
    const failing = db.uow.run(OFFICIAL, async (tx) => {
      await insert(tx, 'ROLLED-BACK');
      expect(await tx.rows(EnterpriseRow).existsBy({ id: 'ROLLED-BACK' })).toBe(true);
      expect(await tx.query('select current_user as u')).toEqual([{ u: 'hanan_app' }]);
      throw new Error('afterwards');
    });
    await expect(failing).rejects.toThrow('afterwards');
    expect(await has('ROLLED-BACK')).toBe(false);
  });

  it('stay until the commit, which only the use case makes', async () => {
    await db.uow.run(OFFICIAL, async (tx) => {
      await insert(tx, 'KEPT');
      expect(await has('KEPT')).toBe(false);
    });
    expect(await has('KEPT')).toBe(true);
  });

  it('are written only where no such row is, and the transaction goes on', async () => {
    const again = { ...firm('NEW', '411003'), name: '示例另一厂' };
    await db.uow.run(OFFICIAL, async (tx) => {
      const rows = tx.rows(EnterpriseRow);
      expect(await rows.insertNew(firm('NEW', '411003'))).toBe(true);
      expect(await rows.insertNew(again)).toBe(false);
      expect((await rows.findOne({ where: { id: 'NEW' } }))?.name).toBe('示例厂 NEW');
    });
    expect(await has('NEW')).toBe(true);
  });

  it('of another region are neither written nor seen', async () => {
    await expect(db.uow.run(OFFICIAL, (tx) => insert(tx, 'FOREIGN', '410102'))).rejects.toMatchObject({
      code: '42501',
    });
    await db.uow.run(SYSTEM, (tx) => insert(tx, 'ELSEWHERE', '410102'));
    const seen = await db.uow.run(OFFICIAL, (tx) => tx.rows(EnterpriseRow).find({ where: { id: 'ELSEWHERE' } }));
    expect(seen).toEqual([]);
    const changed = await db.uow.run(OFFICIAL, (tx) =>
      tx.rows(EnterpriseRow).update({ id: 'ELSEWHERE' }, { name: 'x' }),
    );
    expect(changed).toBe(0);
  });

  it('have the values that raw SQL has', async () => {
    const row = { id: 'P', regionCode: '41', name: '示例时段', validFrom: AT, validTo: AT + 1, declaredBy: null };
    await db.uow.run(SYSTEM, async (tx) => {
      await tx.rows(SpecialPeriodRow).insert(row);
      const found = await tx.rows(SpecialPeriodRow).findOne({ where: { id: 'P', validFrom: LessThan(AT + 1) } });
      expect({ ...found }).toEqual(row);
      const columns = columnsOf(SpecialPeriodRow, 'p', [
        'id',
        'regionCode',
        'name',
        'validFrom',
        'validTo',
        'declaredBy',
      ]);
      expect(await tx.query(`select ${columns} from special_periods p where id = 'P'`)).toEqual([row]);
    });
  });

  it('give a calendar day as it is written, whatever the time zone of the machine', async () => {
    await db.uow.run(SYSTEM, async (tx) => {
      await tx.rows(CalendarDayRow).insert({ day: '2031-05-01', kind: 'rest-day', name: '示例' });
      expect(await tx.query(`select day from calendar_days where day = '2031-05-01'`)).toEqual([{ day: '2031-05-01' }]);
      expect((await tx.rows(CalendarDayRow).findOne({ where: { day: '2031-05-01' } }))?.day).toBe('2031-05-01');
    });
  });

  it('are locked until the commit', async () => {
    const order: string[] = [];
    const lock = (tx: Tx): Promise<EnterpriseRow | null> =>
      tx.rows(EnterpriseRow).findOne({ where: { id: 'KEPT' }, lock: { mode: 'pessimistic_write' } });
    let second: Promise<void> | undefined;
    await db.uow.run(OFFICIAL, async (tx) => {
      await lock(tx);
      second = db.uow.run(OFFICIAL, async (other) => {
        await lock(other);
        order.push('second');
      });
      await new Promise((resolve) => setTimeout(resolve, 200));
      order.push('first');
    });
    await second;
    expect(order).toEqual(['first', 'second']);
  });

  it('are out of reach once the transaction is over', async () => {
    let kept: Rows<EnterpriseRow> | undefined;
    await db.uow.run(SYSTEM, (tx) => {
      kept = tx.rows(EnterpriseRow);
    });
    await expect(kept?.insert(firm('LATE', '411003'))).rejects.toThrow(/released/);
    let late: Promise<void> | undefined;
    await db.uow.run(SYSTEM, (tx) => {
      // the linter refuses a promise that nobody awaits in `src`; this one wakes while the commit is on its way
      late = new Promise((resolve) => setImmediate(resolve)).then(() => insert(tx, 'NOT-AWAITED'));
      late.catch(() => undefined);
    });
    await expect(late).rejects.toThrow(/released/);
    expect([await has('LATE'), await has('NOT-AWAITED')]).toEqual([false, false]);
  });

  it('offer nothing that commits early or leaves the scope', async () => {
    const names = await db.uow.run(SYSTEM, (tx) => Object.keys(tx.rows(EnterpriseRow)));
    expect(names.sort()).toEqual(['delete', 'existsBy', 'find', 'findOne', 'insert', 'insertNew', 'update']);
  });
});

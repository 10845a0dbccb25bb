import holidayTable from 'chinese-days/dist/chinese-days.json';
import { CalendarReader } from '../../../src/modules/rules/calendar.reader';
import { RulesReader } from '../../../src/modules/rules/rules.reader';
import { systemScope } from '../../../src/platform/database/scope';
import { freshDatabase, type TestDatabase } from '../../support/database';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db?.close());

describe('the seeded holiday tables', () => {
  it.each([2024, 2025, 2026])('%i is as an independent table has it, day by day', async (year) => {
    const calendar = await db.uow.run(systemScope('test'), (tx) =>
      new CalendarReader().calendar(
        tx,
        Date.parse(`${year}-01-01T00:00:00+08:00`),
        Date.parse(`${year}-12-31T23:59:59+08:00`),
      ),
    );
    const seeded = [...calendar.days].map(([day, { kind }]) => `${day} ${kind}`).sort();
    const ofYear = (table: object): string[] => Object.keys(table).filter((day) => day.startsWith(String(year)));
    const known = [
      ...ofYear(holidayTable.holidays).map((day) => `${day} legal-holiday`),
      ...ofYear(holidayTable.workdays).map((day) => `${day} adjusted-workday`),
    ].sort();
    expect([...calendar.years]).toEqual([year]);
    expect(seeded).toEqual(known);
  });
});

describe('the seeded rules', () => {
  it('load', async () => {
    const reader = new RulesReader(db.uow);
    await reader.refresh();
    expect(reader.book().value('permit.longest-hours', { regime: 'chemical', level: 'second' }, Date.now())).toBe(72);
  });
});

import { standingOf } from '../../../src/domain/rules/calendar';
import { CalendarReader } from '../../../src/modules/rules/calendar.reader';
import type { CalendarDayRow } from '../../../src/modules/rules/calendar/calendar.dto';
import { FindCalendarYear } from '../../../src/modules/rules/calendar/find-calendar-year';
import { ReplaceCalendarYear } from '../../../src/modules/rules/calendar/replace-calendar-year';
import { RulesModule } from '../../../src/modules/rules/rules.module';
import { admin, Desk, must } from '../registry/desk';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(RulesModule);
});
afterAll(() => desk?.close());

const day = (date: string, kind: CalendarDayRow['kind'] = 'legal-holiday'): CalendarDayRow => ({
  day: date,
  kind,
  name: '元旦',
});
/** The holidays that the law names for a year, and a spring festival. */
const ofLaw = (year: number): CalendarDayRow[] =>
  ['01-01', '02-05', '02-06', '02-07', '05-01', '05-02', '10-01', '10-02', '10-03'].map((date) =>
    day(`${year}-${date}`),
  );
const replace = (year: number, days: CalendarDayRow[]) =>
  desk.get(ReplaceCalendarYear).execute(desk.asked(admin), year, { source: '国务院办公厅通知', days });
const table = (year: number) => desk.get(FindCalendarYear).one(desk.asked(admin), year);
const standing = (time: string): Promise<string> =>
  desk.run(async (tx) => {
    const at = Date.parse(time);
    return standingOf(await desk.get(CalendarReader).calendar(tx, at, at), at);
  });

describe('a year’s table', () => {
  it('that nobody entered is not known, and its days count as raised', async () => {
    expect(await table(2027)).toEqual({ year: 2027, known: false, source: null, days: [] });
    expect(await standing('2027-01-05T12:00:00+08:00')).toBe('unknown');
  });

  it('is entered and replaced ahead of its year', async () => {
    must(await replace(2027, [day('2027-01-02', 'adjusted-workday'), ...ofLaw(2027)]));
    expect((await table(2027)).days.slice(0, 2).map((one) => one.day)).toEqual(['2027-01-01', '2027-01-02']);
    expect(await standing('2027-01-01T00:00:00+08:00')).toBe('legal-holiday');
    expect(await standing('2027-01-02T12:00:00+08:00')).toBe('workday');
    expect(await standing('2027-01-05T12:00:00+08:00')).toBe('workday');
    must(await replace(2027, ofLaw(2027)));
    expect(await table(2027)).toMatchObject({ known: true, days: ofLaw(2027) });
    expect(await standing('2027-01-02T12:00:00+08:00')).toBe('rest-day');
  });

  it('F8 is refused while it lacks holidays of the law, and what was stored stays', async () => {
    const half = ofLaw(2027).filter(({ day: date }) => !['2027-02-06', '2027-10-01'].includes(date));
    expect(await replace(2027, half)).toMatchObject({
      ok: false,
      refusal: {
        code: 'calendar.table-invalid',
        errors: [
          { path: 'days', code: 'calendar.holiday-missing', params: { day: '2027-10-01' } },
          { path: 'days', code: 'calendar.spring-festival-missing', params: { year: 2027 } },
        ],
      },
    });
    expect(await table(2027)).toMatchObject({ known: true, days: ofLaw(2027) });
  });

  it('F8 stored without them leaves the year unknown, and may be made whole though it has begun', async () => {
    await desk.query(`insert into calendar_years (year, source) values (2023, '误传空表')`);
    expect(await table(2023)).toMatchObject({ known: false, source: '误传空表' });
    expect(await standing('2023-03-01T12:00:00+08:00')).toBe('unknown');
    must(await replace(2023, ofLaw(2023)));
    expect(await standing('2023-03-01T12:00:00+08:00')).toBe('workday');
  });

  it('of a year that has begun gains a day to come, and loses none', async () => {
    const { days } = await table(2026);
    expect(days).toHaveLength(39);
    must(await replace(2026, [...days, day('2026-12-31')]));
    expect(await standing('2026-12-31T12:00:00+08:00')).toBe('legal-holiday');
    const refused = await replace(2026, days.slice(1));
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        code: 'calendar.table-invalid',
        errors: [
          { path: 'days', code: 'calendar.day-missing', params: { day: '2026-01-01' } },
          { path: 'days', code: 'calendar.day-missing', params: { day: '2026-12-31' } },
        ],
      },
    });
    expect((await table(2026)).days).toHaveLength(40);
  });

  it('names the row that is wrong', async () => {
    expect(await replace(2027, [day('2027-01-01'), day('2026-01-02')])).toMatchObject({
      ok: false,
      refusal: { errors: [{ path: 'days.1.day', code: 'calendar.other-year' }] },
    });
  });

  it('is audited with both tables, and told', async () => {
    const [entry] = await desk.query<{ before: { days: unknown[] }; after: { days: unknown[] } }>(
      `select before, after from audit_entries where action = 'calendar.replaced' and entity_id = '2026'`,
    );
    expect([entry?.before.days.length, entry?.after.days.length]).toEqual([39, 40]);
    const news = await desk.query(`select type, data from outbox where entity = 'calendar' and entity_id = '2026'`);
    expect(news).toEqual([{ type: 'rule.changed', data: { key: 'calendar', year: 2026 } }]);
  });

  it('is read over a turn of the year', async () => {
    const read = await desk.run((tx) =>
      desk
        .get(CalendarReader)
        .calendar(tx, Date.parse('2026-12-31T23:00:00+08:00'), Date.parse('2027-01-01T01:00:00+08:00')),
    );
    expect([...read.years].sort()).toEqual([2026, 2027]);
    expect([...read.days.keys()].sort()).toEqual(['2026-12-31', '2027-01-01']);
  });
});

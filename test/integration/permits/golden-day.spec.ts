import { asking } from './golden/asking';
import { dayAfter, evening } from './golden/ends';
import { buildingSite, gasInATank, urgentWork } from './golden/gas-and-sites';
import { readGolden, writeGolden } from './golden/golden-file';
import { moreTime } from './golden/more-time';
import { RecordedDay, type Recording } from './golden/recorded-day';
import { signing } from './golden/signing';
import { smallJobs } from './golden/small-jobs';
import { working } from './golden/working';

/**
 * A day with every command, occurrence and refusal of permits, asked over HTTP and compared with a recording: each answer,
 * each column that a step changes, and every row that is left. What is built differently must leave the same record.
 * `UPDATE_GOLDEN=1` records anew; the difference in golden-day.json is then the change that has to be explained.
 */
const CHAPTERS = [
  asking,
  signing,
  working,
  gasInATank,
  buildingSite,
  urgentWork,
  moreTime,
  smallJobs,
  evening,
  dayAfter,
];

const recordsAnew = process.env['UPDATE_GOLDEN'] === '1';
const golden: Recording = recordsAnew ? { steps: [], rows: {} } : readGolden();
let actual: Recording;

beforeAll(async () => {
  const day = await RecordedDay.open();
  try {
    for (const chapter of CHAPTERS) await chapter(day);
    actual = await day.recording();
  } finally {
    await day.close();
  }
}, 180_000);

const titled = ({ steps }: Recording): string[] => steps.map(({ at, step }) => `${at} ${step}`);

if (recordsAnew) it('is recorded anew', () => writeGolden(actual));
else
  describe('the day goes as it was recorded', () => {
    it('by the same steps, into the same tables', () => {
      expect(titled(actual)).toEqual(titled(golden));
      expect(Object.keys(actual.rows)).toEqual(Object.keys(golden.rows));
    });
    it.each(titled(golden).map((title, i) => [title, i] as const))('%s', (_, i) => {
      expect(actual.steps[i]).toEqual(golden.steps[i]);
    });
    it.each(Object.keys(golden.rows))('leaves the same rows of %s', (table) => {
      expect(actual.rows[table]).toEqual(golden.rows[table]);
    });
  });

/** The rule that asks for these begins three days later: test/domain/permits/standard-form.spec.ts. */
const ASKED_LATER = ['work-leader-opinion', 'briefing', 'briefing-received', 'shift-check'];

describe('the day leaves nothing out', () => {
  it('each command is given, and refused to somebody', () => {
    const unknown = actual.steps.find(({ status, command }) => command === 'fly' && status === 404);
    const { commands } = unknown?.answer as { commands: string[] };
    const outcomes = (refused: boolean) =>
      new Set(actual.steps.filter(({ status = 0 }) => status >= 400 === refused).map(({ command }) => command));
    const onThisDay = commands.filter((command) => !ASKED_LATER.includes(command));
    expect(onThisDay).toHaveLength(20);
    expect(onThisDay.filter((command) => !outcomes(false).has(command) || !outcomes(true).has(command))).toEqual([]);
  });

  it('what nobody commands happens too', () => {
    const audited = (actual.rows['audit_entries'] ?? []) as {
      action: string;
      actor_id: string | null;
      actor_name: string;
      after: object;
    }[];
    // a person by their id, a part of the platform by its name
    const acted = audited.map((entry) => ({ ...entry, by: entry.actor_id ?? entry.actor_name }));
    const seen = (action: string, by: string, detail: object) =>
      expect(acted).toContainEqual(expect.objectContaining({ action, by, after: expect.objectContaining(detail) }));
    seen('permit.occupier-confirmation', 'occupier', {});
    seen('permit.expire', 'timer', {});
    seen('permit.hand-over', 'platform', { continuedBy: '<more of deck>' });
    seen('permit.watch-tap-missed', 'timer', {});
    seen('permit.suspend', 'timer', { reason: 'watcher-silent' });
    seen('permit.suspend', 'timer', { reason: 'gas-test-missed' });
    seen('permit.approval-overdue', 'timer', { reminder: 1 });
    seen('permit.approval-overdue', 'timer', { reminder: 2 });
    seen('permit.countersign-overdue', 'timer', {});
    seen('permit.gas-test', 'watcher2', { source: 'feed', passed: true });
    seen('permit.gas-test', 'watcher2', { source: 'feed', passed: false });
    seen('permit.residual-fire', 'watcher2', {});
    seen('permit.start', 'welderUser', { state: 'active' });
    const passedOver = actual.steps.find(
      ({ step, writes }) => step === 'the platform looks' && JSON.stringify(writes)?.includes('"<hull>":{"closed_at"'),
    );
    expect(passedOver).toBeDefined();
  });
});

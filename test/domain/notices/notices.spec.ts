import { GIVEN_UP_AFTER, nextTry, pauseAfter } from '../../../src/domain/notices/back-off';
import { CHANNELS, NOTICE_KINDS, type Channel, type NoticeKind } from '../../../src/domain/notices/notice-kinds';
import { noticesOfEvent, type ToldEvent } from '../../../src/domain/notices/notices-of-event';
import { NO_WISHES, planDeliveries, type Wishes } from '../../../src/domain/notices/plan-delivery';
import { noticeText, NOTICE_SENTENCES } from '../../../src/domain/notices/words';
import { LANGUAGES } from '../../../src/kernel/language';
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/kernel/time';

const AT = Date.parse('2026-12-01T22:30:00+08:00');
const NIGHT: Wishes = { ...NO_WISHES, quiet: { from: '22:00', to: '07:00' } };

describe('what was not taken is tried again', () => {
  it.each([
    [1, 30 * SECOND],
    [2, MINUTE],
    [7, 32 * MINUTE],
    [8, HOUR],
    [900, HOUR],
  ])('after %i failures in a row: %i ms later', (failures, pause) => expect(pauseAfter(failures)).toBe(pause));

  const fault = 'http-500';
  it.each([
    ['one ms before four days are over', 'receiver', GIVEN_UP_AFTER - 1, true],
    ['when four days are over', 'receiver', GIVEN_UP_AFTER, false],
    ['refused for good', 'refused', 0, false],
    ['put off', 'message', 0, true],
  ] as const)('%s', (_, kind, age, again) =>
    expect(nextTry({ madeAt: AT - age, tries: 0 }, { kind, fault }, AT)).toBe(again ? AT + 30 * SECOND : null),
  );
});

describe('how and when somebody is told', () => {
  const plan = (kind: NoticeKind, wishes: Wishes, at = AT) =>
    planDeliveries(kind, wishes, CHANNELS, at).map(({ channel, sendAt, digest }) => [
      channel,
      (sendAt - at) / MINUTE,
      digest,
    ]);

  it.each<[string, NoticeKind, Wishes, [Channel, number, boolean][]]>([
    ['nothing chosen: in the app and by mail', 'permit-step', NO_WISHES, [['inbox', 0, false], ['mail', 0, false]]],
    ['quiet until seven', 'permit-step', NIGHT, [['inbox', 0, false], ['mail', 510, false]]],
    ['urgent passes', 'watch-missed', NIGHT, [['inbox', 0, false], ['mail', 0, false]]],
    ['summary at eight', 'permit-step', { ...NIGHT, digest: true }, [['inbox', 0, false], ['mail', 570, true]]],
    ['urgent is in no summary', 'watch-missed', { ...NIGHT, digest: true }, [['inbox', 0, false], ['mail', 0, false]]],
    ['switched off', 'permit-step', { ...NO_WISHES, choices: { 'permit-step': { inbox: false, mail: false } } }, []],
    ['a mandatory kind stays in the app', 'watch-missed', { ...NO_WISHES, choices: { 'watch-missed': { inbox: false, mail: false } } }, [['inbox', 0, false]]],
    ['asked for by text message, quiet too', 'violation-due', { ...NIGHT, choices: { 'violation-due': { sms: true, mail: false } } }, [['inbox', 0, false], ['sms', 510, false]]],
  ])('%s', (_, kind, wishes, expected) => expect(plan(kind, wishes)).toEqual(expected)); // prettier-ignore

  it('hours of quiet are over at their last minute', () => {
    expect(plan('permit-step', NIGHT, Date.parse('2026-12-01T07:00:00+08:00'))).toContainEqual(['mail', 0, false]);
    expect(plan('permit-step', NIGHT, Date.parse('2026-12-01T06:59:00+08:00'))).toContainEqual(['mail', 1, false]);
  });

  it('only by what reaches the person', () =>
    expect(planDeliveries('permit-step', NO_WISHES, ['inbox'], AT).map(({ channel }) => channel)).toEqual(['inbox']));
});

describe('who hears of an event', () => {
  const event = (type: string, data: object, more: Partial<ToldEvent> = {}): ToldEvent => ({
    ...{ type, entityId: 'E', regionCode: '411003001', enterpriseIds: ['F'], userIds: ['U'], data: { ...data } },
    ...more,
  });
  const kinds = (one: ToldEvent) => noticesOfEvent(one).map(({ kind }) => kind);

  it.each<[string, ToldEvent, NoticeKind[]]>([
    ['a permit is submitted', event('permit.changed', { command: 'submit', number: 'N', state: 'submitted' }), ['permit-step']],
    ['a measure is ticked', event('permit.changed', { command: 'measures', number: 'N', state: 'issued' }), []],
    ['the work ends', event('permit.changed', { command: 'finish', number: 'N' }), ['watch-begun']],
    ['the watcher is silent', event('permit.watch-tap-missed', { number: 'N', place: 'X' }), ['watch-missed']],
    ['approvers are late', event('permit.approval-overdue', { number: 'N' }), ['permit-overdue']],
    ['a case is assigned', event('violation.changed', { kind: 'no-permit', command: 'assign' }), ['violation-assigned']],
    ['a case is handed over', event('violation.changed', { kind: 'no-permit', state: 'assigned' }), []],
    ['something else', event('rule.changed', {}), []],
  ])('%s', (_, one, expected) => expect(kinds(one)).toEqual(expected)); // prettier-ignore

  it('a suspicion is not told to the enterprise; what is grave is told to the county', () => {
    const told = (data: object) =>
      noticesOfEvent(event('violation.raised', { kind: 'no-permit', grade: 'hazard', ...data }))[0]?.to;
    expect(told({ severity: 1, certainty: 'provisional' })).toEqual({ userIds: ['U'] });
    expect(told({ severity: 3, certainty: 'confirmed' })).toMatchObject({
      atEnterprises: { ids: ['F'] },
      overPlace: { regionCode: '411003001' },
    });
  });
});

describe('words', () => {
  const full = {
    number: 'DH-1', permitState: 'submitted', violation: 'no-permit', grade: 'hazard', certificate: 'special-operation',
    day: '2026-12-24', days: 7, until: AT,
  } as const; // prettier-ignore

  it.each(LANGUAGES)('in %s no sentence has a hole, whatever is known', (language) => {
    for (const kind of NOTICE_KINDS) {
      expect(noticeText(kind, full, language)).not.toMatch(/[{}]|undefined/);
      expect(noticeText(kind, {}, language)).not.toMatch(/[{}]|undefined/);
    }
  });

  it('both languages are filled by the same values', () => {
    const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const kind of NOTICE_KINDS)
      expect(holes(NOTICE_SENTENCES.en[kind])).toEqual(holes(NOTICE_SENTENCES['zh-CN'][kind]));
  });

  it('reads as people write', () => {
    expect(noticeText('certificate-ends', full, 'zh-CN')).toContain('将在 2026-12-24 到期，还有 7 天');
    expect(noticeText('violation-due', { ...full, until: AT + DAY }, 'zh-CN')).toBe(
      '“无票作业”的整改期限是 2026-12-02 22:30，请按时完成并上报。',
    );
  });
});

import { createHmac } from 'node:crypto';
import { countsAsAttended, minutesThere, signInFault } from '../../../src/domain/training/attendance';
import { campaignFault } from '../../../src/domain/training/campaign';
import { answersFault, drawQuestions, gradeQuiz, type Asked } from '../../../src/domain/training/quiz';
import { questionFault } from '../../../src/domain/training/questions';
import { stateAfter } from '../../../src/domain/training/providers';
import { codeOfStep, judgeCode, readSignInCode, STEP_MS, stepAt, stepEndsAt } from '../../../src/domain/training/sign-in-code'; // prettier-ignore
import { passValidTo, trainingEnds } from '../../../src/domain/training/training-ends';
import { MINUTE, shanghaiMidnight } from '../../../src/kernel/time';
import { QUESTIONS } from '../../../seeds/reference/training/load-questions';

const NOW = Date.parse('2027-03-01T10:00:00+08:00');

describe('until when a welder counts as trained', () => {
  const day = (date: string): number => shanghaiMidnight(date);
  it.each([
    ['never trained, nothing owed', null, null, null],
    ['passed until autumn', '2027-09-30', null, day('2027-10-01')],
    ['a pass that ran out stays run out', '2027-02-28', null, day('2027-03-01')],
    ['never trained, a campaign gives time', null, '2027-03-31', day('2027-04-01')],
    ['its last day is today: time until midnight', null, '2027-03-01', day('2027-03-02')],
    ['its last day was yesterday', null, '2027-02-28', day('2027-03-01')],
    ['a campaign past its day outweighs an older pass', '2027-09-30', '2027-02-28', day('2027-03-01')],
    ['a running campaign shortens no pass', '2027-09-30', '2027-03-31', day('2027-10-01')],
    ['a running campaign revives no pass', '2027-02-01', '2027-03-31', day('2027-02-02')],
  ])('%s', (_, passedTo, owedBy, expected) => {
    expect(trainingEnds({ passedTo, owedBy }, NOW)).toBe(expected);
  });

  it.each([
    ['2027-03-01', 12, '2028-02-29'],
    ['2027-01-31', 1, '2027-02-27'],
    ['2027-12-31', 12, '2028-12-30'],
  ])('a pass of %s for %i months holds to %s', (on, months, to) => {
    expect(passValidTo(shanghaiMidnight(on), months)).toBe(to);
  });
});

describe('the sign-in code', () => {
  const hmacOf = (secret: string) => (message: string) => createHmac('sha256', secret).update(message).digest();
  const hmac = hmacOf('one');
  const at = stepAt(NOW) * STEP_MS;

  it.each([
    ['of this step', 0, 'good'],
    ['of the step before', -1, 'good'],
    ['of two steps before', -2, 'training.code-old'],
    ['of ten minutes before', -20, 'training.code-old'],
    ['of the next step', 1, 'training.code-unknown'],
  ])('%s', (_, steps, verdict) => {
    expect(judgeCode(hmac, codeOfStep(hmac, stepAt(at) + steps), at)).toBe(verdict);
  });

  it('of another session is unknown', () => {
    expect(judgeCode(hmac, codeOfStep(hmacOf('two'), stepAt(at)), at)).toBe('training.code-unknown');
  });

  it('holds from its first to its last millisecond, and one step more', () => {
    const code = codeOfStep(hmac, stepAt(at));
    expect(judgeCode(hmac, code, at + 2 * STEP_MS - 1)).toBe('good');
    expect(judgeCode(hmac, code, at + 2 * STEP_MS)).toBe('training.code-old');
    expect(judgeCode(hmac, code, at - 1)).toBe('training.code-unknown');
    expect(stepEndsAt(at)).toBe(at + STEP_MS);
  });

  it.each([
    ['12345678', { sessionId: null, code: '12345678' }],
    [' 1234 5678 ', { sessionId: null, code: '12345678' }],
    ['１２３４５６７８', { sessionId: null, code: '12345678' }],
    ['https://x.cn/m/training/sign-in?session=01AB&code=12345678', { sessionId: '01AB', code: '12345678' }],
    ['1234567', null],
    ['https://x.cn/c/ABCDE12345', null],
  ])('is read from %s', (text, read) => {
    expect(readSignInCode(text)).toEqual(read);
  });
});

describe('attendance', () => {
  const session = { from: NOW, to: NOW + 100 * MINUTE };
  it.each([
    ['a minute too early', -61 * MINUTE, 'training.session-not-open'],
    ['as early as allowed', -60 * MINUTE, null],
    ['at the last moment', 100 * MINUTE - 1, null],
    ['at the end', 100 * MINUTE, 'training.session-over'],
  ])('sign-in %s', (_, offset, fault) => {
    expect(signInFault(session, 60, NOW + offset)).toBe(fault);
  });

  it.each([
    ['80 minutes of 100', -5, 80, 80, true],
    ['one minute less', 0, 79, 79, false],
    ['late sign-out adds nothing', 30, 150, 70, false],
    ['gone before it began', -30, -10, 0, false],
  ])('%s', (_, from, to, minutes, counts) => {
    const there = minutesThere(session, { from: NOW + from * MINUTE, to: NOW + to * MINUTE });
    expect(there).toBe(minutes);
    expect(countsAsAttended(session, there, 80)).toBe(counts);
  });
});

const asked: Asked[] = [
  { id: 'q1', kind: 'single', options: 'ABC'.split('').map((key) => ({ key, zh: key, en: key })), correct: ['B'] },
  { id: 'q2', kind: 'multiple', options: 'ABCD'.split('').map((key) => ({ key, zh: key, en: key })), correct: ['A', 'C'] }, // prettier-ignore
];
const answered = (one: string, two: string) => [
  { questionId: 'q1', choices: [...one] },
  { questionId: 'q2', choices: [...two] },
];

describe('the quiz', () => {
  it('draws the same questions from the same seed, whatever the order of the bank, and none twice', () => {
    const ids = Array.from({ length: 40 }, (_, i) => `q${i}`);
    const drawn = drawQuestions(ids, 10, 'seed');
    expect(drawQuestions([...ids].reverse(), 10, 'seed')).toEqual(drawn);
    expect(drawQuestions(ids, 10, 'other')).not.toEqual(drawn);
    expect(new Set(drawn).size).toBe(10);
    expect(drawQuestions(ids, 50, 'seed')).toHaveLength(40);
  });

  it.each([
    ['all right', 'B', 'CA', 100, true, 2],
    ['one too many', 'B', 'ACD', 100, false, 1],
    ['one too few', 'B', 'A', 50, true, 1],
    ['just below the mark', 'B', 'A', 51, false, 1],
    ['the same choice twice is one', 'B', 'AA', 100, false, 1],
  ])('%s', (_, one, two, mark, passed, right) => {
    const graded = gradeQuiz(asked, answered(one, two), mark);
    expect([graded.passed, graded.rightIds.length]).toEqual([passed, right]);
  });

  it.each([
    ['whole', answered('B', 'AC'), null],
    [
      'a question not drawn',
      [...answered('B', 'A'), { questionId: 'q3', choices: ['A'] }],
      'training.question-not-drawn',
    ],
    ['one twice', [...answered('B', 'A'), { questionId: 'q1', choices: ['A'] }], 'training.question-twice'],
    ['one missing', answered('B', 'A').slice(1), 'training.answer-missing'],
    ['one without a choice', answered('', 'A'), 'training.answer-missing'],
    ['an option that is not there', answered('D', 'A'), 'training.choice-unknown'],
  ])('answers: %s', (_, answers, fault) => {
    expect(answersFault(asked, answers)).toBe(fault);
  });
});

describe('campaigns, schools and the bank', () => {
  it.each([
    ['2027-03-01', '2027-03-31', null],
    ['2027-03-31', '2027-03-01', 'training.due-before-start'],
    ['2027-02-01', '2027-02-28', 'training.due-in-the-past'],
    ['2027-03-01', '2027-03-01', null],
    ['2027-03-01', '2028-03-02', 'training.too-long'],
  ])('from %s to %s: %s', (startsOn, dueOn, fault) => {
    expect(campaignFault({ startsOn, dueOn }, NOW)).toBe(fault);
  });

  it('a failed check suspends a school, a passed one restores it', () => {
    expect([stateAfter('active', 'failed'), stateAfter('suspended', 'passed'), stateAfter('suspended', 'to-improve')]).toEqual(['suspended', 'active', 'suspended']); // prettier-ignore
  });

  it('ships at least thirty questions, each of which can be asked, with a source and both languages', () => {
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(30);
    expect(new Set(QUESTIONS.map(({ id }) => id)).size).toBe(QUESTIONS.length);
    for (const { kind, options, correct, text, explanation, source } of QUESTIONS) {
      const keyed = options.map(([zh, en], i) => ({ key: 'ABCDEFGH'.charAt(i), zh, en }));
      expect(questionFault({ kind, options: keyed, correct: [...correct] })).toBeNull();
      expect(source.length).toBeGreaterThan(3);
      for (const [zh, en] of [text, explanation, ...options]) {
        expect(zh).toMatch(/[一-鿿\d]/);
        expect(en).not.toMatch(/[一-鿿]/);
      }
    }
  });

  it.each([
    ['two right ones in a single choice', 'single', 3, ['A', 'B'], 'training.correct-count'],
    ['one right one where several are asked', 'multiple', 3, ['A'], 'training.correct-count'],
    ['a right one that is no option', 'single', 3, ['H'], 'training.correct-unknown'],
    ['three options for true or false', 'true-false', 3, ['A'], 'training.options-wrong'],
  ] as const)('%s', (_, kind, count, correct, fault) => {
    const options = 'ABC'.slice(0, count).split('').map((key) => ({ key, zh: key, en: key })); // prettier-ignore
    expect(questionFault({ kind, options, correct })).toBe(fault);
  });
});

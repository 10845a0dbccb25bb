import { completeAnswers, contradictions, unanswered } from '../../../src/domain/permits/level-answers';
import { permitLifeCycle } from '../../../src/domain/permits/permit-life-cycle';
import { submissionRefusal, type Submission } from '../../../src/domain/permits/steps/submission';
import { ANYWHERE, inState, people, rulesOf, snapshot } from './permit-facts';

const rules = rulesOf({ regime: 'general' });
const CODES = ['combustibles-stay', 'public-present', 'flammables-held', 'height-or-confined'];
/** `+` yes, `-` no, everything else is not answered. */
const answered = (text: string) =>
  text.split(' ').filter(Boolean).map((one) => ({ code: one.slice(1), yes: one.startsWith('+') })); // prettier-ignore
const ALL_NO = CODES.map((code) => `-${code}`).join(' ');
const without = (code: string) => ALL_NO.replace(`-${code}`, '');

describe('D12 a question that nobody answered is not a no', () => {
  it.each<[string, string, string[], string[]]>([
    ['nothing is answered', '', [], CODES],
    ['all are answered', ALL_NO, [], []],
    ['one is left out', without('flammables-held'), [], ['flammables-held']],
    ['the place answers one', without('height-or-confined'), ['confined-space'], []],
    ['another kind does not', without('flammables-held'), ['confined-space'], ['flammables-held']],
    ['the place answers all but one', '', ['sandwich-panel', 'crowded', 'height'], ['flammables-held']],
  ])('%s', (_, text, placeKinds, expected) => {
    expect(unanswered({ levelAnswers: answered(text), placeKinds }, rules).map(({ code }) => code)).toEqual(expected);
  });

  it('it blocks the submission, named', () => {
    const draft = inState('draft', { levelAnswers: answered(without('flammables-held')) });
    const outcome = permitLifeCycle.step(snapshot(draft, people.applicant), 'submit');
    expect(outcome).toMatchObject({
      outcome: 'refused',
      reasons: [{ code: 'permit.question-unanswered', params: { question: 'flammables-held' } }],
    });
  });

  it('a regime without questions asks none', () => {
    expect(unanswered({ levelAnswers: [], placeKinds: ['crowded'] }, rulesOf({ regime: 'small' }))).toEqual([]);
  });
});

describe('D12 kinds of places answer their own question', () => {
  it('with yes, where nobody else answered', () => {
    const answers = completeAnswers({ levelAnswers: answered('-flammables-held'), placeKinds: ['height'] }, rules);
    expect(answers).toEqual(answered('-flammables-held +height-or-confined'));
  });

  it.each<[string, string, string[], string[]]>([
    ['no at a confined space', ALL_NO, ['confined-space'], ['height-or-confined confined-space']],
    ['all no where all are meant', ALL_NO, ['sandwich-panel', 'crowded', 'confined-space', 'height'],
      ['combustibles-stay sandwich-panel', 'public-present crowded', 'height-or-confined height', 'height-or-confined confined-space']],
    ['yes at a confined space', '+height-or-confined', ['confined-space'], []],
    ['a shop', ALL_NO, ['small-venue'], []],
  ])('%s', (_, text, placeKinds, expected) => {
    const found = contradictions({ levelAnswers: answered(text), placeKinds }, rules);
    const kindOf = (zh: unknown) => rules.placeKinds.find((kind) => kind.zh === zh)?.code ?? zh;
    expect(found.map(({ path, params }) => `${path.slice('answers.'.length)} ${String(kindOf(params?.['kindZh']))}`)).toEqual(expected);
  }); // prettier-ignore

  it('yes and no to one question', () => {
    const both = answered('+public-present -public-present');
    expect(contradictions({ levelAnswers: both, placeKinds: [] }, rules)).toMatchObject([
      { path: 'answers.public-present', code: 'permit.answered-twice' },
    ]);
  });

  it('a draft from before is asked again when it is submitted', () => {
    const submission: Submission = {
      raised: { level: 'ordinary', raisedBecause: [] },
      place: ANYWHERE,
      watcher: null,
      holders: [],
      leaders: new Map(),
      occupierIsAnother: true,
      smallNear: 0,
      unsignedUrgent: [],
      headHoldsBoth: false,
      conflicts: [],
      overlapping: [],
    };
    const refusal = (levelAnswers: string, placeKinds: string[]) =>
      submissionRefusal(snapshot(inState('draft', { levelAnswers: answered(levelAnswers), placeKinds }), people.applicant), submission)?.code; // prettier-ignore
    expect(refusal(ALL_NO, ['confined-space'])).toBe('permit.answer-against-place');
    expect(refusal(without('height-or-confined'), ['confined-space'])).toBe('permit.level-below-proposed');
    expect(refusal(`${ALL_NO} -no-longer-asked`, [])).toBe('permit.approver-missing-and-leader');
  });
});

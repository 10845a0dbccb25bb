import type { CreatePermitRequest } from '../../../src/modules/permits/draft/draft.dto';
import { CopyPermit } from '../../../src/modules/permits/draft/copy-permit';
import { allNo } from '../../support/answers';
import { must, outcome, PermitWorld, PLACE, reasons, T0 } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
});
afterAll(() => world?.close());
beforeEach(() => {
  world.clock.at = T0;
});

const at = (...kinds: string[]) => ({ place: { name: '仓库', ...PLACE, kinds } });
const { 'flammables-held': _, ...allButOne } = allNo('general');

describe('D12 questions have three answers', () => {
  it('a draft may leave them open, a submission may not: each is named', async () => {
    const draft = await world.create({ answers: undefined });
    expect(draft.answers).toEqual({});
    expect(await reasons(world.give('manager', draft.id, 'submit'))).toEqual(Array(4).fill('permit.question-unanswered')); // prettier-ignore
    const answer = await world.creating({ answers: allButOne, submit: true });
    expect(answer).toMatchObject({
      ok: false,
      refusal: { kind: 'conflict', extra: { reasons: [{ question: 'flammables-held' }] } },
    });
  });

  it.each<[string, Partial<CreatePermitRequest>]>([
    ['chemical', { regime: 'chemical', level: 'second', gases: ['methane'], answers: {} }],
    ['construction', { regime: 'construction', level: 'third', answers: {} }],
  ])('%s too', async (_regime, change) => {
    const found = await reasons(world.creating({ ...change, submit: true }));
    expect(new Set(found)).toEqual(new Set(['permit.question-unanswered']));
  });

  it('by name or as a list, both at once; never both yes and no', async () => {
    const { 'public-present': no, ...others } = allNo('general');
    const levelAnswers = [{ code: 'public-present', yes: true }];
    const both = await world.create({ answers: others, levelAnswers, submit: true });
    expect(both).toMatchObject({ level: 'raised', answers: { ...others, 'public-present': 'yes' } });
    expect(await outcome(world.creating({ answers: { 'public-present': no! }, levelAnswers }))).toBe(
      'invalid permit.answered-twice',
    );
  });

  it('the kind of place answers its own question and its level counts', async () => {
    const draft = await world.create({ ...at('confined-space'), answers: undefined });
    expect(draft).toMatchObject({ level: 'raised', answers: { 'height-or-confined': 'yes' } });
    expect(await outcome(world.creating({ ...at('confined-space'), level: 'ordinary', answers: {} }))).toBe(
      'invalid permit.level-below-proposed',
    );
  });

  it('a kind that says yes and an answer that says no are both named', async () => {
    const answer = await world.creating({ ...at('confined-space'), answers: allNo('general') });
    expect(answer).toMatchObject({
      ok: false,
      refusal: {
        code: 'permit.answer-against-place',
        params: { kindZh: '受限空间（罐、井、地下室等）', questionZh: '在 2 米以上高处、地下室、罐内等受限空间作业？' },
      },
    });
    const all = at('sandwich-panel', 'crowded', 'confined-space', 'height');
    expect(await reasons(world.creating({ ...all, answers: allNo('general') }))).toEqual(Array(4).fill('permit.answer-against-place')); // prettier-ignore
  });

  it('a copy keeps the answers', async () => {
    const answers = { ...allNo('general'), 'public-present': 'yes' } as const;
    const { id } = await world.create({ answers, submit: true });
    const copied = must(await world.get(CopyPermit).execute(world.asked('manager'), id, { submit: true }));
    expect(copied).toMatchObject({ state: 'submitted', answers });
  });
});

import { authorize } from '../../../src/domain/authorization/authorize';
import { explainFinding } from '../../../src/domain/authorization/explain-finding';
import { LANGUAGES } from '../../../src/kernel/language';
import { ALL_DEFECTS } from './defects';
import { perfect, T0 } from './perfect-facts';

describe.each(LANGUAGES)('findings in %s', (language) => {
  it.each(Object.entries(ALL_DEFECTS))('%s says what is wrong and what to do, without a hole', (_, spoil) => {
    for (const finding of authorize(spoil(perfect), T0).findings) {
      const { message, remedy } = explainFinding(finding, language);
      for (const text of [message, remedy]) {
        expect(text).not.toMatch(/[{}]|undefined|null/);
        expect(text).toMatch(language === 'zh-CN' ? /^\p{Script=Han}[^a-z]*。$/u : /^[\w][\x20-\x7e’“”]*[.]$/);
      }
    }
  });
});

it('names the law where one speaks', () => {
  const [finding] = authorize(ALL_DEFECTS['certificate.missing']!(perfect), T0).findings;
  expect(explainFinding(finding!, 'zh-CN').legalBasis).toContain('《安全生产法》第三十条');
});

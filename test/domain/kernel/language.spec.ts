import {
  eitherOf,
  inSentence,
  LANGUAGES,
  listed,
  nameOfField,
  namedText,
  namedWordIn,
  wordIn,
} from '../../../src/kernel/language';

describe('the words of a stored rule text', () => {
  const both = { zh: '乙炔', en: 'Acetylene' };

  it.each([
    ['in the language that is asked for', both, 'en', 'Acetylene'],
    ['in Chinese', both, 'zh-CN', '乙炔'],
    ['in Chinese where the language is missing', { zh: '乙炔' }, 'en', '乙炔'],
    ['in Chinese where the language was left empty', { zh: '乙炔', en: '' }, 'en', '乙炔'],
  ] as const)('%s', (_, text, language, expected) => expect(wordIn(text, language)).toBe(expected));

  it.each([
    ['as fields of a longer record', { step: 1, titleZh: '安全员', titleEn: 'Safety officer' }, 'en', 'Safety officer'],
    ['as fields, in Chinese where one is missing', { step: 1, titleZh: '安全员' }, 'en', '安全员'],
    ['as fields, in Chinese where one is empty', { titleZh: '安全员', titleEn: '' }, 'en', '安全员'],
  ] as const)('%s', (_, record, language, expected) => expect(namedWordIn(record, 'title', language)).toBe(expected));
});

describe('words for a sentence that is written later', () => {
  it('are given in every language, under the name with its ending', () => {
    const given = namedText('regime', (language) => `(${language})`);
    expect(given).toEqual({ regimeZh: '(zh-CN)', regimeEn: '(en)' });
    expect(Object.keys(given)).toHaveLength(LANGUAGES.length);
  });

  it.each([
    ['regimeZh', 'regime'],
    ['regimeEn', 'regime'],
    ['minutes', 'minutes'],
  ])('%s is told as %s', (field, name) => expect(nameOfField(field)).toBe(name));

  it.each([
    ['zh-CN', '甲、乙', '甲或乙'],
    ['en', '甲, 乙', '甲 or 乙'],
  ] as const)('lists in %s', (language, all, any) => {
    expect(listed(['甲', '乙'], language)).toBe(all);
    expect(eitherOf(['甲', '乙'], language)).toBe(any);
  });

  it.each([
    ['Safety officer', 'safety officer'],
    ['TIG', 'TIG'],
    ['安全员', '安全员'],
    ['', ''],
  ])('“%s” in the middle of a sentence: “%s”', (word, expected) => expect(inSentence(word)).toBe(expected));
});

import { beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage, i18n, needWords } from '@/i18n/i18n';

describe('words', () => {
  const t = i18n.global.t;
  beforeAll(() => void Object.assign(globalThis, { document: { documentElement: { lang: '' } } }));

  it('are there once they were asked for, in the language of the moment', async () => {
    await changeLanguage('zh-CN');
    expect(t('login.name')).toBe('login.name');
    await needWords('ui', 'identity');
    const chinese = t('login.name');
    expect(chinese).not.toBe('login.name');
    await changeLanguage('en');
    expect(t('login.name')).not.toBe(chinese);
    expect(t('login.name')).not.toBe('login.name');
    expect([document.documentElement.lang, localStorage.getItem('hanan.language')]).toEqual(['en', 'en']);
  });

  it('of the other language never stand in for a missing key: the key shows', async () => {
    await needWords('ui');
    i18n.global.mergeLocaleMessage('zh-CN', { onlyChinese: '只有中文' });
    await changeLanguage('en');
    expect(t('onlyChinese')).toBe('onlyChinese');
    expect(t('no.such.key')).toBe('no.such.key');
  });

  it('that no folder has are a fault of the page', () =>
    expect(needWords('no/such/feature')).rejects.toThrow('no words are kept in no/such/feature'));
});

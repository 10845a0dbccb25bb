import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RULE_KINDS } from '../../src/domain/rules/rule-catalogue';

const ROOT = join(__dirname, '../..');
const PAGE = 'docs/change.md';
const page = readFileSync(join(ROOT, PAGE), 'utf8');

interface Section {
  readonly title: string;
  readonly text: string;
  /** What somebody may search for. */
  readonly words: readonly string[];
  /** The file in which a search of the code ends. */
  readonly lands: string;
}

const isChinese = (word: string): boolean => /\p{Script=Han}/u.test(word);
const split = (words: string): string[] => words.split(/[,·]/).map((word) => word.trim());
const has = (text: string, word: string): boolean => text.toLowerCase().includes(word.toLowerCase());

const sections: readonly Section[] = page.split(/^## (?=\d+\. )/m).slice(1).map((text) => ({
  title: text.split('\n')[0] ?? '',
  text,
  words: split(/^\*\*Words:\*\* (.+)$/m.exec(text)?.[1] ?? ''),
  lands: /^\*\*A search ends in:\*\* \[`([^`]+)`\]/m.exec(text)?.[1] ?? '',
})); // prettier-ignore

/** As GitHub makes the address of a heading. */
const anchorOf = (title: string): string => title.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-'); // prettier-ignore

const rows = [...page.matchAll(/^\| (.+?) \| \[(\d+\. .+?)\]\(#(.+?)\) \|$/gm)].map(
  ([, words = '', title, anchor]) => ({
    words: split(words),
    title,
    anchor,
  }),
);

describe('the page “How to change X”', () => {
  it('has ten sections, each with its row in the table', () => {
    expect(sections).toHaveLength(10);
    expect(rows.map(({ title }) => title)).toEqual(sections.map(({ title }) => title));
    expect(rows.map(({ anchor }) => anchor)).toEqual(sections.map(({ title }) => anchorOf(title)));
  });

  it('names only files that exist', () => {
    const spans = [...page.matchAll(/`((?:src|web|test|migrations|seeds|scripts|docs)\/[^`\s*]+)`/g)].map(([, path = '']) => path); // prettier-ignore
    const links = [...page.matchAll(/\]\((?!#|https?:)([^)]+)\)/g)].map(([, to = '']) => join(dirname(PAGE), to));
    expect(spans.length).toBeGreaterThan(100);
    expect([...spans, ...links].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names a link as what it leads to', () => {
    const links = [...page.matchAll(/\[`?([^`\]]+\/[^`\]]+)`?\]\(([^)]+)\)/g)];
    expect(links.filter(([, text, to = '']) => join(dirname(PAGE), to) !== text).map(([link]) => link)).toEqual([]);
  });

  it('names only rules that exist', () => {
    const keys = [...page.matchAll(/`((?:permit|supervision|job|chip|place)\.[a-z-]+)`/g)].map(([, key = '']) => key);
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter((key) => !Object.hasOwn(RULE_KINDS, key))).toEqual([]);
  });

  describe.each(sections.map((section) => [section.title, section] as const))('%s', (title, section) => {
    const { text, words, lands } = section;

    it('has at least three words to search for in each language', () => {
      expect(words.filter(isChinese).length).toBeGreaterThanOrEqual(3);
      expect(words.filter((word) => !isChinese(word)).length).toBeGreaterThanOrEqual(3);
    });

    it('holds the words by which the table leads here', () => {
      const row = rows.find((one) => one.title === title);
      expect(row?.words.length).toBeGreaterThanOrEqual(6);
      expect(row?.words.filter((word) => !has(text, word))).toEqual([]);
    });

    it('is where a search of the code for the words of the table ends', () => {
      const code = lands === '' ? '' : readFileSync(join(ROOT, lands), 'utf8');
      const row = rows.find((one) => one.title === title);
      expect(row?.words.filter((word) => !has(code, word))).toEqual([]);
    });

    it('says what tells of a gap, and how to test', () => {
      expect(text).toMatch(/^\*\*What tells you:\*\* /m);
      expect(text).toMatch(/^\*\*Test:\*\* .*`test\//m);
    });
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { EVENT_KINDS } from '../../src/domain/arcs/chip-events';
import { isRole } from '../../src/domain/people/roles';
import { fieldsOf } from '../../src/kernel/language';
import { REGION_CODE } from '../../src/kernel/region-code';
import { additions } from './additions';

const ROOT = join(__dirname, '../..');
const SRC = join(ROOT, 'src');
const WEB = join(ROOT, 'web/src');
const below = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => ending.test(file));
const files = below(SRC, /\.ts$/);

const ADDITIONS = additions(
  files.filter((file) => file.endsWith('.texts.ts')),
  files.filter((file) => /^domain\/.*\/words\.ts$/.test(file)),
);
const ASKED = Object.values(ADDITIONS).flatMap(({ asks }) => asks.map((file) => join(SRC, file)));
const ASKED_OF_WEB = Object.values(ADDITIONS).flatMap(({ web = [] }) => web.map((file) => join(WEB, file)));

interface Change {
  readonly file: string;
  readonly content: string;
}

/** A part of the program as its compiler sees it, with or without a change. */
class Compiled {
  private readonly options: ts.CompilerOptions;
  private readonly whole: ts.Program;

  constructor(
    config: string,
    private readonly rootNames: readonly string[],
  ) {
    const read = ts.readConfigFile(config, (path) => ts.sys.readFile(path)).config as object;
    const { options } = ts.parseJsonConfigFileContent(read, ts.sys, join(config, '..'));
    this.options = { ...options, incremental: false, tsBuildInfoFile: undefined, noEmit: true };
    this.whole = this.program(null);
  }

  /** Those of the files about which the compiler complains. */
  complained(of: readonly string[], change: Change | null): string[] {
    const program = change ? this.program(change) : this.whole;
    return of.filter((file) => program.getSemanticDiagnostics(program.getSourceFile(file)).length > 0);
  }

  private program(change: Change | null): ts.Program {
    const host = ts.createCompilerHost(this.options);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (name, target, ...rest) =>
      change && name === change.file
        ? ts.createSourceFile(name, change.content, target, true)
        : (this.whole?.getSourceFile(name) ?? read(name, target, ...rest));
    return ts.createProgram({ rootNames: this.rootNames, options: this.options, host, oldProgram: this.whole });
  }
}

describe('what is added does not compile before each place has answered', () => {
  let server: Compiled;
  let web: Compiled;
  beforeAll(() => {
    server = new Compiled(join(ROOT, 'tsconfig.json'), ASKED);
    web = new Compiled(join(ROOT, 'web/tsconfig.json'), ASKED_OF_WEB);
  }, 60_000);

  it('as it stands everything compiles', () => {
    expect(server.complained(ASKED, null)).toEqual([]);
    expect(web.complained(ASKED_OF_WEB, null)).toEqual([]);
  }, 60_000);

  it.each(Object.entries(ADDITIONS))(
    '%s',
    (_, { file, edits, asks, web: asksOfWeb = [] }) => {
      let content = readFileSync(join(SRC, file), 'utf8');
      for (const [text, becomes] of edits) {
        expect(content).toContain(text);
        content = content.replace(text, becomes);
      }
      const change = { file: join(SRC, file), content };
      const places = asks.map((place) => join(SRC, place));
      const placesOfWeb = asksOfWeb.map((place) => join(WEB, place));
      expect(server.complained(places, change)).toEqual(places);
      expect(web.complained(placesOfWeb, change)).toEqual(placesOfWeb);
    },
    60_000,
  );
});

interface Source {
  readonly file: string;
  readonly text: string;
}

/** All code that ships, on the server and in the web app. */
const sources: readonly Source[] = [
  ...files.map((file) => ({ file, text: readFileSync(join(SRC, file), 'utf8') })),
  ...below(WEB, /\.(ts|vue)$/).map((file) => ({
    file: `web: ${file}`,
    text: readFileSync(join(WEB, file), 'utf8'),
  })),
];

const scriptOf = ({ file, text }: Source): string =>
  file.endsWith('.vue') ? (/<script[^>]*>(.*?)<\/script>/s.exec(text)?.[1] ?? '') : text;

/** Here the roles are at home, or are what the file is about: the table of permissions. The demo and the simulator play people. */
const NAMES_ROLES =
  /^(domain\/people\/roles|modules\/identity\/permissions)\.ts$|^(commands|simulator)\/|^web: api\/schema/;

describe('roles', () => {
  it('are listed nowhere but at home: other places ask what a role is', () => {
    const lists = sources
      .filter(({ file }) => !NAMES_ROLES.test(file))
      .flatMap((one) => {
        const { file } = one;
        const source = ts.createSourceFile(file, scriptOf(one), ts.ScriptTarget.Latest);
        const found: string[] = [];
        const visit = (node: ts.Node): void => {
          if (ts.isArrayLiteralExpression(node)) {
            const names = node.elements.filter((one) => ts.isStringLiteral(one) && isRole(one.text));
            if (names.length > 1) found.push(`${file}: ${node.getText(source)}`);
          }
          ts.forEachChild(node, visit);
        };
        visit(source);
        return found;
      });
    expect(lists).toEqual([]);
  });
});

describe('levels of regions', () => {
  it('have one home: a pattern that a DTO repeats names neighbours of the kernel’s', () => {
    const patterns = sources.flatMap(({ text }) =>
      [...text.matchAll(/@Matches\(\/\^\(((?:\\d\{\d+\}\|?)+)\)\$\/\)/g)].map(([, parts = '']) => parts),
    );
    expect(patterns.length).toBeGreaterThan(5);
    expect(patterns.filter((parts) => !REGION_CODE.source.includes(parts))).toEqual([]);
  });
});

describe('kinds of chip events', () => {
  it('stand in the protocol, for makers of chips', () => {
    const protocol = readFileSync(join(ROOT, 'docs/chip-protocol.md'), 'utf8');
    expect(EVENT_KINDS.filter((kind) => !protocol.includes(`\`${kind}\``))).toEqual([]);
  });
});

describe('languages', () => {
  it('have each file of words: beside the Chinese one there is one of every other language', () => {
    const chinese = sources.map(({ file }) => file).filter((file) => file.endsWith('.zh.ts'));
    expect(chinese.length).toBeGreaterThan(50);
    const asked = chinese.flatMap((file) => fieldsOf().map((key) => file.replace(/\.zh\.ts$/, `.${key}.ts`)));
    const there = new Set(sources.map(({ file }) => file));
    expect(asked.filter((file) => !there.has(file))).toEqual([]);
  });

  it('are looked up, never compared: a comparison says nothing of the next one', () => {
    const comparing = sources.filter(({ text }) => /[!=]==? '(zh|zh-CN|en)'/.test(text)).map(({ file }) => file);
    expect(comparing).toEqual([]);
  });
});

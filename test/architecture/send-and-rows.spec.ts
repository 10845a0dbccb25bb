import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CallGraph, type SourceText } from '../support/call-graph';

const SRC = join(__dirname, '../../src');
type Kind = 'send' | 'rows';

/** Not looked into: the journal sends one statement, as a change's last; a turn of the clock opens a transaction for each task. */
const OPAQUE = new Set(['platform/audit/journal.ts#Journal.record', 'platform/time/timed.ts#Timed.constructor']);

/** Use cases that come to both, in different files. All that a question costs after a `send` is to wait for that answer, too. */
const MIXES: Readonly<Record<string, string>> = {
  'modules/exchange/plants/take-paper.ts#TakePaper.take': 'the paper is kept as the last step, once the permit has taken it',
  'modules/jobs/start-job.ts#StartJob.execute': 'a PIN is judged before the permit is locked; a wrong one ends the use case',
  'modules/fitting/command-chips.ts#CommandChips.block': 'a person blocks chips; what ends their jobs is one statement, followed by questions anyway',
  'modules/jobs/dry-run.ts#DryRun.execute': 'a PIN is judged before; the decision is the last step',
  'modules/jobs/end-by-hand.ts#EndByHand.stopNow': 'the photograph is read before anything ends; a stop is rare',
  'modules/jobs/give-offline-code.ts#GiveOfflineCode.execute': 'the decision is kept before a code is looked for; few chips are without network',
  'modules/jobs/handover-job.ts#HandoverJob.execute': 'a PIN is judged before the permit is locked; a wrong one ends the use case',
  'modules/jobs/photo-checks/decide-photo-check.ts#DecidePhotoCheck.decide': 'the check is decided first; the end of its job is the last step',
  'modules/jobs/photo-checks/answer-photo-ask.ts#AnswerPhotoAsk.keep': 'the question is locked first; what is sent is the last step',
  'modules/outages/enter-paper.ts#EnterPaper.enter': 'the outage is read first; arcs are judged anew as the last step, some a day',
  'modules/permits/signal/state-signal.ts#StateSignal.execute': 'a photograph is read behind the lock of its permit and has to wait for it',
  'modules/self-checks/checks/answer-self-check.ts#AnswerSelfCheck.saveSignature': 'hazards are saved before the check that names them is closed, four times a year',
  'modules/self-checks/internal-reports/settle-internal-report.ts#SettleInternalReport.answer': 'the hazard is saved before the answer that names it',
  'modules/supervision/command-violation.ts#CommandViolation.execute': 'who may be handed a case is read first; the history is the last step',
  'modules/supervision/leaves/pass-on-cases.ts#PassOnCases.execute': 'people and places are read first; all cases are saved as the last step',
  'modules/supervision/record-violation.ts#RecordViolation.recordIn': 'a sticker is looked up first; the case is saved as the last step',
  'modules/supervision/takeover/take-over-grids.ts#TakeOverGrids.execute': 'posts are passed on first; all cases are saved as the last step',
  'modules/supervision/tell-principals.ts#TellPrincipals.tell': 'phones are read first; the history is the last step',
  'modules/tips/tasks/check-tip.ts#CheckTip.raiseCase': 'a code is looked up first; the case is saved as the last step',
}; // prettier-ignore

/** Functions from which both `.send(…)` and `.rows(…)` of a transaction are reached. */
const mixedIn = (texts: readonly SourceText[]) =>
  new CallGraph<Kind>(
    texts,
    ({ expression }) => (/\btx\s*[?!]?\.\s*(send|rows)$/.exec(expression.getText())?.[1] as Kind | undefined) ?? null,
    OPAQUE,
  ).meeting();
const namesIn = (...texts: string[]): string[] =>
  mixedIn(texts.map((text, i) => ({ file: `${'xyz'[i]}.ts`, text }))).map(({ at }) => at);

const READ = 'export class Read { read(tx) { return tx.rows(A); } }';
const SEND = 'export class Put { put(tx) { tx.send(""); } }';

describe('`tx.send` and `tx.rows`', () => {
  it('are seen together, also in an inner function and behind `call`', () => {
    const text = `class A { both(tx) { tx.send('a'); return [1].map(() => tx.rows(A)); } sends(tx) { tx.send(''); } reads(tx) { tx.rows(A); } }
      const other = (call) => { call.tx.send(''); void call.tx.rows(A).find({}); }; run((tx) => { tx.send(''); tx.rows(A); });`;
    expect(namesIn(text)).toEqual(['x.ts#A.both', 'x.ts#other', 'x.ts#function at 214']);
  });

  it.each([
    ['a method that sends and calls one that reads', 'class A { go(tx) { tx.send(""); return this.read(tx); } read(tx) { return tx.rows(A); } }', ['A.go']],
    ['two methods deep', 'class A { go(tx) { this.one(tx); this.read(tx); } one(tx) { this.two(tx); } two(tx) { tx.send(""); } read(tx) { tx.rows(A); } }', ['A.go']],
    ['a function beside the class', 'class A { go(tx) { put(tx); return tx.rows(A).find({}); } } const put = (tx) => tx.send("");', ['A.go']],
    ['a method that is handed on', 'class A { go(tx) { tx.send(""); return ids.map(this.read); } read(tx) { return tx.rows(A); } }', ['A.go']],
    ['a circle', 'class A { go(tx) { this.on(tx); tx.send(""); } on(tx) { this.go(tx); tx.rows(A); } }', ['A.go', 'A.on']],
    ['not one above that only passes it on', 'class A { top(tx) { this.go(tx); } go(tx) { tx.send(""); tx.rows(A); } }', ['A.go']],
    ['one that passes it on and mixes itself', 'class A { top(tx) { this.go(tx); this.a(tx); tx.rows(A); } go(tx) { tx.send(""); tx.rows(A); } a(tx) { tx.send(""); } }', ['A.go', 'A.top']],
    ['not one that sends, and one that reads, not together', 'class A { go(tx) { this.put(tx); } put(tx) { tx.send(""); } read(tx) { tx.rows(A); } }', []],
    ['not the same name on something else', 'class A { go(tx) { tx.send(""); other.read(tx); } read(tx) { tx.rows(A); } }', []],
  ])('are followed through calls within a file: %s', (_, text, expected) => {
    expect(namesIn(text).sort()).toEqual(expected.map((name) => `x.ts#${name}`));
  }); // prettier-ignore

  it.each([
    ['what Nest hands to the constructor', 'class A { constructor(private readonly store: Read) {} go(tx) { tx.send(""); this.store.read(tx); } }', READ],
    ['a field', 'class A { private readonly store: Read = make(); go(tx) { tx.send(""); this.store.read(tx); } }', READ],
    ['an argument', 'const go = (tx, store: Read) => { tx.send(""); return store.read(tx); };', READ],
    ['a function under another name', 'const go = (tx) => { tx.send(""); return Read(tx); };', 'export const Read = (tx) => tx.rows(A);'],
    ['an inherited method', 'class Deep extends Read {} class A { constructor(private readonly store: Deep) {} go(tx) { tx.send(""); this.store.read(tx); } }', READ],
    ['whoever answers a port', 'class Real extends Read { read(tx) { tx.rows(A); } } class A { constructor(private readonly port: Read) {} go(tx) { tx.send(""); this.port.read(tx); } }', 'export abstract class Read { abstract read(tx); }'],
  ])('are followed across files: %s', (_, text, other) => {
    expect(namesIn(`import { Read } from './y'; ${text}`, other)).toEqual([expect.stringMatching(/^x\.ts#(A\.)?go$/)]);
  }); // prettier-ignore

  it('are told apart by the file that a name comes from', () => {
    const text = `import { Read } from './y'; import { Read as Other } from './z';
      class A { constructor(private readonly a: Read, private readonly b: Other) {} go(tx) { this.b.put(tx); this.b.read(tx); } }`;
    expect(namesIn(text, READ, SEND.replace('Put', 'Read'))).toEqual([]);
    expect(namesIn(text.replace('this.b.read', 'this.a.read'), READ, SEND.replace('Put', 'Read'))).toEqual([
      'x.ts#A.go',
    ]);
  });

  it('meet in one transaction only where the reason is known: TypeORM waits for each answer, so for what was sent before, too', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('simulator'));
    const found = mixedIn(files.map((file) => ({ file, text: readFileSync(join(SRC, file), 'utf8') })));
    const told = found.map(({ at, ways }) => [at, ...[...ways].map(([kind, way]) => `${kind}: ${way.join(' > ')}`)].join('\n  '));
    expect(told.filter((one) => !MIXES[one.split('\n')[0] ?? ''])).toEqual([]);
    expect(Object.keys(MIXES).filter((at) => !found.some((one) => one.at === at))).toEqual([]);
    // within one file there is no reason
    expect(found.filter(({ ways }) => [...ways.values()].every((way) => new Set(way.map((at) => at.split('#')[0])).size === 1))).toEqual([]);
  }); // prettier-ignore
});

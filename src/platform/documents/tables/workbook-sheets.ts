import { posix } from 'node:path';
import { TABLE_LIMITS as MOST } from './table-limits';
import { UnreadableTable } from './unreadable-table';
import type { WorkbookParts } from './workbook-parts';
import { readTags } from './xml-tags';

interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

export interface WorkbookFacts {
  /** In their order. */
  readonly sheets: readonly SheetPart[];
  /** Days are counted from 1904, as spreadsheets of a Mac once did. */
  readonly from1904: boolean;
}

const WORKBOOK = 'xl/workbook.xml';

export async function readWorkbookFacts(parts: WorkbookParts): Promise<WorkbookFacts> {
  if (!parts.has(WORKBOOK)) throw new UnreadableTable('import.not-a-table');
  const targets = new Map<string, string>();
  await eachTag(parts, 'xl/_rels/workbook.xml.rels', (name, { Id, Target }) => {
    if (name === 'Relationship' && Id && Target) targets.set(Id, partPath(Target));
  });
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await eachTag(parts, WORKBOOK, (name, attributes) => {
    if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
    const path = targets.get(attributes['r:id'] ?? attributes['id'] ?? '');
    const hidden = (attributes['state'] ?? 'visible') !== 'visible';
    if (name === 'sheet' && path !== undefined) sheets.push({ name: attributes['name'] ?? '', hidden, path });
  });
  return { sheets, from1904 };
}

/** The shared texts in their order; how they are pronounced is left out. */
export async function readSharedTexts(parts: WorkbookParts): Promise<string[]> {
  const xml = await parts.stream('xl/sharedStrings.xml');
  const texts: string[] = [];
  if (!xml) return texts;
  let current = '';
  let bytes = 0;
  let reading = false;
  let spoken = 0;
  const tags = readTags(xml, {
    opened: (name) => {
      if (name === 'si') current = '';
      else if (name === 'rPh') spoken += 1;
      reading = name === 't' && spoken === 0;
    },
    text: (text) => {
      if (reading) current += text;
    },
    closed: (name) => {
      if (name === 'rPh') spoken -= 1;
      if (name === 't') reading = false;
      if (name !== 'si') return;
      bytes += current.length * 2 + 32;
      texts.push(current);
    },
  });
  for await (const _ of tags) if (bytes > MOST.sharedTextBytes) throw new UnreadableTable('import.unpacks-too-large');
  return texts;
}

async function eachTag(
  parts: WorkbookParts,
  path: string,
  opened: (name: string, attributes: Readonly<Record<string, string>>) => void,
): Promise<void> {
  const xml = await parts.stream(path);
  if (!xml) return;
  const nothing = (): void => undefined;
  for await (const _ of readTags(xml, { opened, text: nothing, closed: nothing }));
}

const partPath = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : posix.normalize(`xl/${target}`);

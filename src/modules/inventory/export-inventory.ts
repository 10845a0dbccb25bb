import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { INVENTORY_WORDS } from '../../domain/inventory/words';
import { REGISTRY_WORDS } from '../../domain/registry/words';
import { wordIn, type Language } from '../../kernel/language';
import type { Refusal } from '../../kernel/refusal';
import { ok, type Result } from '../../kernel/result';
import { shanghaiDate } from '../../kernel/time';
import type { Request } from '../../platform/auth/request';
import { workbook, type Column } from '../../platform/documents/workbook';
import type { Page } from '../../platform/http/page';
import { FindInventory } from './find-inventory';
import type { InventoryMachine, InventoryWelder, MachineInventoryQuery, WelderInventoryQuery } from './inventory.dto';

/** What a person reads in a spreadsheet. */
const MOST_ROWS = 20_000;
const PAGE = 2_000;

export interface ExportedFile {
  readonly name: string;
  readonly stream: Readable;
}

type Reading<T> = (cursor: string | undefined) => Promise<Result<Page<T>, Refusal>>;

/** A list with its filters as a workbook; read page by page. */
@Injectable()
export class ExportInventory {
  constructor(private readonly find: FindInventory) {}

  async machines(request: Request, query: MachineInventoryQuery): Promise<Result<ExportedFile, Refusal>> {
    const rows = await all((cursor) => this.find.machines(request, { ...query, limit: PAGE, ...(cursor && { cursor }) }));
    if (!rows.ok) return rows;
    const { language, at } = request;
    const sheet = INVENTORY_WORDS[language].kind.machine;
    return ok({ name: `machines-${shanghaiDate(at)}.xlsx`, stream: await workbook(sheet, machineColumns(language), rows.value) });
  }

  async welders(request: Request, query: WelderInventoryQuery): Promise<Result<ExportedFile, Refusal>> {
    const rows = await all((cursor) => this.find.welders(request, { ...query, limit: PAGE, ...(cursor && { cursor }) }));
    if (!rows.ok) return rows;
    const { language, at } = request;
    const sheet = INVENTORY_WORDS[language].kind.welder;
    return ok({ name: `welders-${shanghaiDate(at)}.xlsx`, stream: await workbook(sheet, welderColumns(language), rows.value) });
  }
} // prettier-ignore

async function all<T>(read: Reading<T>): Promise<Result<T[], Refusal>> {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    if (!page.ok) return page;
    rows.push(...page.value.items);
    cursor = page.value.nextCursor ?? undefined;
  } while (cursor !== undefined && rows.length < MOST_ROWS);
  return ok(rows);
}

interface Placed {
  readonly regionName: string;
  readonly enterpriseName: string | null;
  readonly code: string;
}

const columnsIn = <T>(language: Language) => (zh: string, en: string, width: number, value: Column<T>['value']): Column<T> => ({
  header: wordIn({ zh, en }, language),
  width,
  value,
}); // prettier-ignore

const placed = <T extends Placed>(language: Language): Column<T>[] => {
  const column = columnsIn<T>(language);
  return [
    column('属地', 'Region', 16, ({ regionName }) => regionName),
    column('单位', 'Enterprise', 30, ({ enterpriseName }) => enterpriseName),
    column('码', 'Code', 14, ({ code }) => code),
  ];
};

function machineColumns(language: Language): Column<InventoryMachine>[] {
  const column = columnsIn<InventoryMachine>(language);
  const words = REGISTRY_WORDS[language];
  const states = INVENTORY_WORDS[language];
  return [
    ...placed<InventoryMachine>(language),
    column('型号', 'Model', 18, ({ model }) => model),
    column('出厂编号', 'Serial number', 20, ({ serialNumber }) => serialNumber),
    column('工艺', 'Process', 14, ({ process }) => words.process[process]),
    column('行业', 'Industry', 12, ({ industry }) => words.industry[industry]),
    column('状态', 'State', 12, ({ status }) => words.machineState[status]),
    column('监管芯片', 'Chip', 10, ({ chip }) => states.chip[chip]),
    column('安全检查到期', 'Check due on', 14, ({ inspectionDueOn }) => inspectionDueOn),
    column('安全检查', 'Safety check', 16, ({ inspection }) => states.inspection[inspection]),
  ];
}

function welderColumns(language: Language): Column<InventoryWelder>[] {
  const column = columnsIn<InventoryWelder>(language);
  const words = REGISTRY_WORDS[language];
  const states = INVENTORY_WORDS[language];
  return [
    ...placed<InventoryWelder>(language),
    column('姓名', 'Name', 12, ({ name }) => name),
    column('行业', 'Industry', 12, ({ industry }) => words.industry[industry]),
    column('状态', 'State', 10, ({ status }) => words.welderState[status]),
    column('操作证', 'Certificate', 20, ({ certificate }) => states.certificate[certificate]),
    column('操作证有效期至', 'Certificate until', 16, ({ certificateUntil }) => certificateUntil),
    column('培训', 'Training', 16, ({ training }) => states.training[training]),
    column('培训有效期至', 'Training until', 16, ({ trainingUntil }) => trainingUntil),
  ];
}

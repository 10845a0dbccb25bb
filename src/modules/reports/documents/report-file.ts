import { buffer } from 'node:stream/consumers';
import type { Language } from '../../../kernel/language';
import { XLSX } from '../../../platform/documents/workbook';
import type { Report } from '../report.dto';
import { reportPages } from './report-pages';

/** 长图 is the PNG. */
export const REPORT_FORMATS = ['pdf', 'xlsx', 'docx', 'png'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const REPORT_TYPES = {
  pdf: 'application/pdf',
  xlsx: XLSX,
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
} as const satisfies Readonly<Record<ReportFormat, string>>;

export const reportFileName = ({ regionCode, period }: Report, format: ReportFormat): string =>
  `report-${regionCode}-${period.name}.${format}`;

/** Each format is loaded with the first of its kind: their libraries are heavy. */
export async function reportFile(report: Report, format: ReportFormat, language: Language): Promise<Buffer> {
  const pages = reportPages(report, report.id !== null, language, format === 'png' ? 'phone' : 'paper');
  switch (format) {
    case 'pdf':
      return (await import('./report-pdf')).reportPdf(pages);
    case 'xlsx':
      return buffer(await (await import('./report-sheet')).reportSheet(pages));
    case 'docx':
      return (await import('./report-word')).reportWord(pages);
    case 'png':
      return (await import('./report-picture')).reportPicture(pages);
  }
}

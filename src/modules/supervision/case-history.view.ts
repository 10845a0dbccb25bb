import { Injectable } from '@nestjs/common';
import type { ViolationState } from '../../domain/violations/violation-kinds';
import type { Tx } from '../../platform/database/unit-of-work';
import { Catalogue } from '../../platform/i18n/catalogue';
import type { Language } from '../../kernel/language';
import type { ViolationHistoryEntry } from './case-parts.dto';
import { isoTime } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import { ViolationHistoryRow } from '../../schema/supervision/violation-history.row';

const NAMES = ['at', 'command', 'toState', 'byUser', 'byName', 'detail'] as const;

/** `byUser`: null where it was the platform itself. */
interface HistoryLine extends Pick<ViolationHistoryRow, (typeof NAMES)[number]> {
  toState: ViolationState;
  detail: { note?: string; reason?: string; level?: string; photoIds?: string[]; people?: number };
}

/** The lines of a case's history. */
@Injectable()
export class CaseHistory {
  constructor(private readonly catalogue: Catalogue) {}

  async of(tx: Tx, id: string, language: Language): Promise<ViolationHistoryEntry[]> {
    const rows = await tx.query<HistoryLine>(
      `select ${columnsOf(ViolationHistoryRow, 'h', NAMES)} from violation_history h where h.violation_id = $1 order by h.id`,
      [id],
    );
    return rows.map((row) => this.toEntry(row, language));
  }

  /** What the platform did is told in words; what a person wrote stays as it was written. */
  private toEntry(entry: HistoryLine, language: Language): ViolationHistoryEntry {
    const { at, command, toState, byUser, byName, detail } = entry;
    const say = (code: string, params = {}): string => this.catalogue.text(code, language, params);
    return {
      at: isoTime(at),
      command,
      toState,
      byName: byUser === null ? say(`violation.by.${byName}`) : byName,
      byPerson: byUser !== null,
      note: byUser === null ? platformNote(detail, say) : (detail.note ?? detail.reason ?? null),
      photoIds: detail.photoIds ?? [],
    };
  }
}

function platformNote(
  { reason, level, people }: HistoryLine['detail'],
  say: (code: string, params?: object) => string,
): string | null {
  if (reason !== undefined) return say(`violation.because.${reason}`);
  if (people !== undefined) return say(people > 0 ? 'violation.told.principal' : 'violation.told.nobody', { people });
  return level === undefined ? null : say(`violation.told.${level}`);
}

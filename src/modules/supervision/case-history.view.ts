import { Injectable } from '@nestjs/common';
import type { ViolationState } from '../../domain/violations/violation-kinds';
import type { Tx } from '../../platform/database/unit-of-work';
import { Catalogue } from '../../platform/i18n/catalogue';
import type { Language } from '../../kernel/language';
import type { ViolationHistoryEntry } from './case-parts.dto';
import { type Instant, isoTime } from '../../kernel/time';

interface HistoryRow {
  at: Instant;
  command: string;
  to_state: ViolationState;
  /** Null: the platform itself. */
  by_user: string | null;
  by_name: string;
  detail: { note?: string; reason?: string; level?: string; photoIds?: string[]; people?: number };
}

/** The lines of a case's history. */
@Injectable()
export class CaseHistory {
  constructor(private readonly catalogue: Catalogue) {}

  async of(tx: Tx, id: string, language: Language): Promise<ViolationHistoryEntry[]> {
    const rows = await tx.query<HistoryRow>(
      'select at, command, to_state, by_user, by_name, detail from violation_history where violation_id = $1 order by id',
      [id],
    );
    return rows.map((row) => this.toEntry(row, language));
  }

  /** What the platform did is told in words; what a person wrote stays as it was written. */
  private toEntry(entry: HistoryRow, language: Language): ViolationHistoryEntry {
    const { at, command, to_state, by_user, by_name, detail } = entry;
    const say = (code: string, params = {}): string => this.catalogue.text(code, language, params);
    return {
      at: isoTime(at),
      command,
      toState: to_state,
      byName: by_user === null ? say(`violation.by.${by_name}`) : by_name,
      note: by_user === null ? platformNote(detail, say) : (detail.note ?? detail.reason ?? null),
      photoIds: detail.photoIds ?? [],
    };
  }
}

function platformNote(
  { reason, level, people }: HistoryRow['detail'],
  say: (code: string, params?: object) => string,
): string | null {
  if (reason !== undefined) return say(`violation.because.${reason}`);
  if (people !== undefined) return say(people > 0 ? 'violation.told.principal' : 'violation.told.nobody', { people });
  return level === undefined ? null : say(`violation.told.${level}`);
}

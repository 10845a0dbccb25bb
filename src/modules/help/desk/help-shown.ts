import { explainFinding } from '../../../domain/authorization/explain-finding';
import { isBlocking } from '../../../domain/authorization/finding';
import type { Language } from '../../../kernel/language';
import { isoTime, isoTimeOrNull, SECOND } from '../../../kernel/time';
import type { HelpStep, HelpTicket } from './help.dto';
import type { StepRow, TicketRow } from './help.view';

/** A request for help in a list. */
export const ticketShown = (row: TicketRow, language: Language): HelpTicket => ({
  id: row.id,
  state: row.state,
  decisionId: row.decisionId,
  regionCode: row.regionCode,
  askedAt: isoTime(row.askedAt),
  refusedAt: isoTime(row.refusedAt),
  askedBy: row.askedBy,
  note: row.note,
  photoId: row.photoId,
  welder: row.welderId === null ? null : { id: row.welderId, name: row.welderName ?? '' },
  machine:
    row.machineId === null ? null : { id: row.machineId, code: row.machineCode ?? '', model: row.machineModel ?? '' },
  enterprise: row.enterpriseId === null ? null : { id: row.enterpriseId, name: row.enterpriseName ?? '' },
  permit: row.permitId === null ? null : { id: row.permitId, number: row.permitNumber ?? '' },
  reasons: row.findings.filter(isBlocking).map((finding) => explainFinding(finding, language).message),
  takenBy: row.takenBy,
  poweredAt: isoTimeOrNull(row.poweredAt),
  secondsToPower: row.poweredAt === null ? null : Math.round((row.poweredAt - row.refusedAt) / SECOND),
});

export const stepShown = ({ at, until, ...step }: StepRow): HelpStep => ({
  ...step,
  at: isoTime(at),
  until: isoTimeOrNull(until),
});

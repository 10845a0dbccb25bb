import type { Instant } from '../../kernel/time';
import type { RuleBook } from '../rules/rule-book';
import type { AgreementLevel } from './outside-doubt';
import type { PaperRecordKind } from './paper-record-kinds';
import type { RuleSubject } from './permit-rule-values';

/** Rules on what the standard's form asks beside signatures. Before they were written it asked nothing. */
export class PaperRules {
  constructor(
    private readonly book: RuleBook,
    private readonly subject: RuleSubject,
    private readonly at: Instant,
  ) {}

  /** What is signed before work begins. */
  get requiredRecords(): readonly PaperRecordKind[] {
    const rule = this.book.find('permit.required-records', this.subject, this.at);
    return (rule?.value ?? []) as readonly PaperRecordKind[];
  }

  /** Whether work waits for them; else what lacks is shown. */
  get recordsHoldStart(): boolean {
    return (this.book.find('permit.records-hold-start', this.subject, this.at)?.value ?? false) as boolean;
  }

  /** What whoever signs does about people without a valid safety agreement. */
  get contractorAgreement(): AgreementLevel {
    return (this.book.find('permit.contractor-agreement', this.subject, this.at)?.value ?? 'warn') as AgreementLevel;
  }

  /** How long the recording of the whole work is kept; 0: none is asked for. */
  get videoDays(): number {
    return (this.book.find('permit.video-days', this.subject, this.at)?.value ?? 0) as number;
  }
}

import type { Instant } from '../../kernel/time';
import type { RuleBook } from '../rules/rule-book';
import type { OccupierPlaces, RuleSubject, SmallAgain, SmallSameMark } from './permit-rule-values';

/** Rules that keep the small declaration for odd jobs, and its second person a real one. */
export class SmallJobRules {
  constructor(
    private readonly book: RuleBook,
    private readonly subject: RuleSubject,
    private readonly at: Instant,
  ) {}

  /** Null: a place may be declared as small however often. */
  get again(): SmallAgain | null {
    return (this.book.find('permit.small-again', this.subject, this.at)?.value ?? null) as SmallAgain | null;
  }

  /** What makes two small jobs with overlapping circles one place; nothing before the rule began. */
  get samePlace(): readonly SmallSameMark[] {
    return (this.book.find('permit.small-same-place', this.subject, this.at)?.value ?? []) as readonly SmallSameMark[];
  }

  /** Null: nobody is told of a phone that confirms at many places. */
  get occupierPlaces(): OccupierPlaces | null {
    return (this.book.find('permit.occupier-places', this.subject, this.at)?.value ?? null) as OccupierPlaces | null;
  }
}

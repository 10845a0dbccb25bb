import type { Instant } from '../../kernel/time';
import type { RuleBook } from '../rules/rule-book';
import type { PlaceRadius, RuleSubject } from './permit-rule-values';

/** Rules on how well a place has to be known, and how large it may be. Before they were written nothing was asked. */
export class PlaceLimitRules {
  constructor(
    private readonly book: RuleBook,
    private readonly subject: RuleSubject,
    private readonly at: Instant,
  ) {}

  get leastRadiusM(): number {
    return this.book.value('place.least-radius-m', this.subject, this.at);
  }

  /** What an enterprise may ask for; more is an official's to give. */
  get placeRadius(): PlaceRadius | null {
    return (this.book.find('place.radius', this.subject, this.at)?.value ?? null) as PlaceRadius | null;
  }

  get beyondRegionKm(): number | null {
    return (this.book.find('place.beyond-region-km', this.subject, this.at)?.value ?? null) as number | null;
  }

  /** A position less exact than this is none. */
  get worstAccuracyM(): number {
    return (this.book.find('place.worst-accuracy-m', this.subject, this.at)?.value ?? Infinity) as number;
  }

  get chipApartM(): number {
    return (this.book.find('place.chip-apart-m', this.subject, this.at)?.value ?? Infinity) as number;
  }

  get proofPhotoFreshMinutes(): number {
    return (this.book.find('place.proof-photo-fresh-minutes', this.subject, this.at)?.value ?? 0) as number;
  }

  get workshopDays(): number {
    return this.book.value('place.workshop-days', this.subject, this.at);
  }

  /** How far from a workshop's edge a grid worker may stand who confirms it. */
  get workshopSeenWithinM(): number {
    return this.book.value('place.workshop-seen-within-m', this.subject, this.at);
  }

  get photoCheckMinutes(): number | null {
    return (this.book.find('place.photo-check-minutes', this.subject, this.at)?.value ?? null) as number | null;
  }

  /** From this grade on work in the open air stops. */
  get windGrade(): number {
    return this.book.value('weather.wind-grade', this.subject, this.at);
  }
}

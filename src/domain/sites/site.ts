import type { DayHours } from '../../kernel/day-hours';
import type { Industry } from '../registry/industry';
import type { SiteArea } from './site-area';

/** Entered by the enterprise, confirmed by an official; only a confirmed site binds others. */
export const SITE_STATES = ['entered', 'confirmed', 'withdrawn'] as const;
export type SiteState = (typeof SITE_STATES)[number];

/** The facts of a site that bind everybody who works there. */
export interface SiteFacts {
  readonly trade: Industry;
  /** Codes of rule `permit.place-kinds`. */
  readonly kinds: readonly string[];
  readonly area: SiteArea;
  /** The public is let in then, each day; null: not told, so the rule's hours hold. `00:00`–`24:00`: never closed. */
  readonly openingHours: DayHours | null;
}

/**
 * A site near a place of work. What an official confirmed binds everybody. What its enterprise entered since binds that
 * enterprise alone: nobody can close a competitor's place with a drawing.
 */
export interface NearbySite {
  readonly id: string;
  readonly name: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly confirmed: SiteFacts | null;
  readonly entered: SiteFacts;
}

/** 固定动火区: an approved fixed place of an enterprise. */
export interface FixedArea {
  readonly enterpriseId: string;
  readonly lat: number;
  readonly lng: number;
  readonly radiusM: number;
}

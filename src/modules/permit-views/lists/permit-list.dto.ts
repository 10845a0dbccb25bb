import { ApiProperty } from '@nestjs/swagger';
import { CIRCUMSTANCES, PERMIT_STATES, REGIMES, type PermitState, type Regime } from '../../../domain/permits/permit';
import { DUE_KINDS, type DueKind } from './permit-due';

export class PermitItemPlace {
  name: string;
  lat: number;
  lng: number;
  radiusM: number;
}

export class PermitItemWatcher {
  id: string;
  name: string;
}

export class PermitItemDue {
  @ApiProperty({ enum: DUE_KINDS })
  kind: DueKind;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

/** A permit on a list or a card. */
export class PermitItemView {
  id: string;
  number: string;

  @ApiProperty({ enum: REGIMES })
  regime: Regime;

  level: string;

  /** The level in words. */
  levelName: string;

  /** As it is now. */
  @ApiProperty({ enum: PERMIT_STATES })
  state: PermitState;

  @ApiProperty({ enum: CIRCUMSTANCES, isArray: true })
  raisedBecause: string[];

  urgent: boolean;

  @ApiProperty({ type: PermitItemPlace })
  place: PermitItemPlace;

  content: string;

  @ApiProperty({ format: 'date-time' })
  plannedStart: string;

  @ApiProperty({ format: 'date-time' })
  plannedEnd: string;

  /** Since when the fire watcher has not answered. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  tapMissedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  enterpriseId: string | null;

  @ApiProperty({ type: String, nullable: true })
  enterpriseName: string | null;

  @ApiProperty({ type: PermitItemWatcher, nullable: true })
  fireWatch: PermitItemWatcher | null;

  /** What ends next. */
  @ApiProperty({ type: PermitItemDue, nullable: true })
  due: PermitItemDue | null;

  /** What was due has not happened. */
  overdue: boolean;
}

export class PermitItemPage {
  @ApiProperty({ type: [PermitItemView] })
  items: PermitItemView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class PermitBoardColumn extends PermitItemPage {
  @ApiProperty({ enum: PERMIT_STATES })
  state: PermitState;
}

export class PermitBoard {
  @ApiProperty({ type: [PermitBoardColumn] })
  columns: PermitBoardColumn[];
}

export class CalendarPermit {
  id: string;
  number: string;

  @ApiProperty({ enum: PERMIT_STATES })
  state: PermitState;

  level: string;
  placeName: string;

  @ApiProperty({ format: 'date-time' })
  plannedStart: string;

  @ApiProperty({ format: 'date-time' })
  plannedEnd: string;
}

export class CalendarDay {
  @ApiProperty({ example: '2026-11-24' })
  day: string;

  /** Permits whose planned time touches the day; 100 means at least so many. */
  count: number;

  /** The first of them by planned beginning. */
  @ApiProperty({ type: [CalendarPermit] })
  items: CalendarPermit[];
}

export class PermitCalendar {
  @ApiProperty({ type: [CalendarDay] })
  days: CalendarDay[];
}

export class PermitPoint {
  id: string;
  number: string;

  @ApiProperty({ enum: REGIMES })
  regime: Regime;

  level: string;

  @ApiProperty({ enum: PERMIT_STATES })
  state: PermitState;

  placeName: string;
  lat: number;
  lng: number;
  radiusM: number;

  @ApiProperty({ format: 'date-time' })
  plannedStart: string;

  @ApiProperty({ format: 'date-time' })
  plannedEnd: string;
}

export class PermitMap {
  @ApiProperty({ type: [PermitPoint] })
  items: PermitPoint[];

  /** More than the map can show: zoom in. */
  truncated: boolean;
}

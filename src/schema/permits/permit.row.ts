import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** A hot-work permit: what was asked for, its state, and what happened on it. */
@Entity('permits')
export class PermitRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  number!: string;

  @Column('text')
  code!: string;

  /** `plant`: taken in, signed, from a plant's own special-work system. */
  @Column('text')
  source!: string;

  /** The number that the permit has there. */
  @Column('text', { name: 'source_number', nullable: true })
  sourceNumber!: string | null;

  @Column('text', { name: 'source_name', nullable: true })
  sourceName!: string | null;

  @Column('text')
  regime!: string;

  @Column('text')
  level!: string;

  @Column('text', { name: 'proposed_level' })
  proposedLevel!: string;

  @Column('jsonb', { name: 'level_answers' })
  levelAnswers!: Json;

  @Column('text', { name: 'raised_because', array: true })
  raisedBecause!: string[];

  @Column('text')
  state!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text', { name: 'contractor_id', nullable: true })
  contractorId!: string | null;

  @Column('text', { name: 'occupier_enterprise_id', nullable: true })
  occupierEnterpriseId!: string | null;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'place_name' })
  placeName!: string;

  @Column('double precision')
  lat!: number;

  @Column('double precision')
  lng!: number;

  @Column('integer', { name: 'radius_m' })
  radiusM!: number;

  @Column('boolean', { name: 'open_air' })
  openAir!: boolean;

  @Column('text', { name: 'place_kinds', array: true })
  placeKinds!: string[];

  @Column('text')
  content!: string;

  @Column('text')
  method!: string;

  @Column('text', { array: true })
  gases!: string[];

  @Column('timestamptz', { name: 'planned_start', transformer: instant })
  plannedStart!: Instant;

  @Column('timestamptz', { name: 'planned_end', transformer: instant })
  plannedEnd!: Instant;

  @Column('text', { name: 'applicant_id' })
  applicantId!: string;

  @Column('text', { name: 'fire_watch_id', nullable: true })
  fireWatchId!: string | null;

  @Column('text', { name: 'occupier_phone_sealed', nullable: true })
  occupierPhoneSealed!: string | null;

  @Column('text', { name: 'occupier_phone_masked', nullable: true })
  occupierPhoneMasked!: string | null;

  @Column('text', { name: 'occupier_code_hash', nullable: true })
  occupierCodeHash!: string | null;

  @Column('integer', { name: 'occupier_code_attempts' })
  occupierCodeAttempts!: number;

  @Column('timestamptz', { name: 'occupier_confirmed_at', nullable: true, transformer: instant })
  occupierConfirmedAt!: Instant | null;

  @Column('boolean')
  urgent!: boolean;

  @Column('text', { name: 'urgent_reason', nullable: true })
  urgentReason!: string | null;

  @Column('timestamptz', { name: 'countersign_overdue_at', nullable: true, transformer: instant })
  countersignOverdueAt!: Instant | null;

  @Column('text', { name: 'rule_version', nullable: true })
  ruleVersion!: string | null;

  @Column('integer')
  round!: number;

  @Column('timestamptz', { name: 'submitted_at', nullable: true, transformer: instant })
  submittedAt!: Instant | null;

  @Column('timestamptz', { name: 'waiting_since', nullable: true, transformer: instant })
  waitingSince!: Instant | null;

  @Column('integer', { name: 'approval_reminders' })
  approvalReminders!: number;

  @Column('timestamptz', { name: 'approved_at', nullable: true, transformer: instant })
  approvedAt!: Instant | null;

  @Column('timestamptz', { name: 'issued_at', nullable: true, transformer: instant })
  issuedAt!: Instant | null;

  @Column('text', { name: 'issued_by', nullable: true })
  issuedBy!: string | null;

  @Column('timestamptz', { name: 'watch_on_at', nullable: true, transformer: instant })
  watchOnAt!: Instant | null;

  @Column('text', { name: 'watcher_id', nullable: true })
  watcherId!: string | null;

  @Column('timestamptz', { name: 'tapped_at', nullable: true, transformer: instant })
  tappedAt!: Instant | null;

  @Column('timestamptz', { name: 'tap_missed_at', nullable: true, transformer: instant })
  tapMissedAt!: Instant | null;

  @Column('timestamptz', { name: 'started_at', nullable: true, transformer: instant })
  startedAt!: Instant | null;

  @Column('timestamptz', { name: 'suspended_at', nullable: true, transformer: instant })
  suspendedAt!: Instant | null;

  @Column('text', { name: 'suspend_reason', nullable: true })
  suspendReason!: string | null;

  @Column('boolean', { name: 'stopped_by_authority' })
  stoppedByAuthority!: boolean;

  @Column('timestamptz', { name: 'finished_at', nullable: true, transformer: instant })
  finishedAt!: Instant | null;

  @Column('timestamptz', { name: 'watch_until', nullable: true, transformer: instant })
  watchUntil!: Instant | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true, transformer: instant })
  closedAt!: Instant | null;

  @Column('text', { name: 'close_note', nullable: true })
  closeNote!: string | null;

  @Column('text', { name: 'close_photo_id', nullable: true })
  closePhotoId!: string | null;

  @Column('text', { name: 'extends_id', nullable: true })
  extendsId!: string | null;

  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

  @Column('text', { name: 'radius_reason', nullable: true })
  radiusReason!: string | null;

  @Column('text', { name: 'site_ids', array: true })
  siteIds!: string[];

  @Column('text', { name: 'site_kinds', array: true })
  siteKinds!: string[];

  @Column('jsonb', { name: 'site_hours' })
  siteHours!: Json;

  @Column('jsonb', { name: 'related_tickets' })
  relatedTickets!: Json;

  @Column('text', { name: 'risk_analysis', nullable: true })
  riskAnalysis!: string | null;

  @Column('text', { name: 'work_leader_id', nullable: true })
  workLeaderId!: string | null;

  @Column('text', { name: 'work_plan_number', nullable: true })
  workPlanNumber!: string | null;

  @Column('jsonb', { nullable: true })
  video!: Json | null;

  @Column('text', { name: 'place_source' })
  placeSource!: string;

  @Column('text', { name: 'occupier_phone_hash', nullable: true })
  occupierPhoneHash!: string | null;

  @Column('text', { name: 'site_id', nullable: true })
  siteId!: string | null;

  @Column('boolean', { name: 'starts_now' })
  startsNow!: boolean;

  @Column('integer', { name: 'lasts_minutes', nullable: true })
  lastsMinutes!: number | null;

  @Column('boolean', { name: 'head_holds_both' })
  headHoldsBoth!: boolean;

  @Column('timestamptz', { name: 'without_signal_at', nullable: true, transformer: instant })
  withoutSignalAt!: Instant | null;

  @Column('text', { name: 'without_signal_by', nullable: true })
  withoutSignalBy!: string | null;
}

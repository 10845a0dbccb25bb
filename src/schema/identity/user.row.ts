import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A person who signs in, with roles, region, enterprise and the seat held in an approval chain. */
@Entity('users')
export class UserRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  username!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('text', { name: 'phone_sealed', nullable: true })
  phoneSealed!: string | null;

  @Column('text', { name: 'phone_hash', nullable: true })
  phoneHash!: string | null;

  @Column('text', { array: true })
  roles!: string[];

  @Column('text', { name: 'region_code', nullable: true })
  regionCode!: string | null;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text', { name: 'welder_id', nullable: true })
  welderId!: string | null;

  @Column('timestamptz', { name: 'disabled_at', nullable: true, transformer: instant })
  disabledAt!: Instant | null;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

  @Column('timestamptz', { name: 'seat_waiting_since', nullable: true, transformer: instant })
  seatWaitingSince!: Instant | null;

  @Column('timestamptz', { name: 'seat_confirmed_at', nullable: true, transformer: instant })
  seatConfirmedAt!: Instant | null;

  @Column('text', { name: 'seat_confirmed_by', nullable: true })
  seatConfirmedBy!: string | null;

  @Column('text', { name: 'seat_source', nullable: true })
  seatSource!: string | null;

  @Column('text', { name: 'identity_hash', nullable: true })
  identityHash!: string | null;

  @Column('text', { name: 'identity_sealed', nullable: true })
  identitySealed!: string | null;

  @Column('text', { array: true })
  trades!: string[];

  @Column('timestamptz', { name: 'left_at', nullable: true, transformer: instant })
  leftAt!: Instant | null;

  @Column('integer')
  version!: number;

  @Column('boolean', { name: 'password_temporary' })
  passwordTemporary!: boolean;

  /** Since when the account is closed for good: the person asked to be forgotten. */
  @Column('timestamptz', { name: 'erased_at', nullable: true, transformer: instant })
  erasedAt!: Instant | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A fire watcher's training certificate (监护人培训合格证). */
@Entity('watcher_certificates')
export class WatcherCertificateRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'user_id' })
  userId!: string;

  @Column('text', { name: 'enterprise_id' })
  enterpriseId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  number!: string;

  @Column('date', { name: 'valid_to' })
  validTo!: string;

  @Column('text', { name: 'photo_id' })
  photoId!: string;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at', transformer: instant })
  recordedAt!: Instant;

  @Column('text', { name: 'revoked_by', nullable: true })
  revokedBy!: string | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true, transformer: instant })
  revokedAt!: Instant | null;

  @Column('text', { name: 'revoke_reason', nullable: true })
  revokeReason!: string | null;
}

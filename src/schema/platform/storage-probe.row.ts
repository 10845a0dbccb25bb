import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** One row that the health check rewrites, to learn whether the disk still takes writes. */
@Entity('storage_probe')
export class StorageProbeRow {
  @PrimaryColumn('integer')
  id!: number;

  @Column('bytea')
  filling!: Buffer;

  @Column('timestamptz', { transformer: instant })
  at!: Instant;
}

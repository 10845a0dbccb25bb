import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** A public key with which a plant signs its permits; what it signed before a key was taken away stays. */
@Entity('exchange_keys')
export class ExchangeKeyRow {
  @PrimaryColumn('text', { name: 'partner_id' })
  partnerId!: string;

  @PrimaryColumn('text')
  kid!: string;

  @Column('jsonb')
  jwk!: Json;

  @Column('text', { name: 'added_by' })
  addedBy!: string;

  @Column('timestamptz', { name: 'added_at', transformer: instant })
  addedAt!: Instant;

  @Column('text', { name: 'revoked_by', nullable: true })
  revokedBy!: string | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true, transformer: instant })
  revokedAt!: Instant | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A stored photo or document with its hash, position and time. */
@Entity('files')
export class FileRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'media_type' })
  mediaType!: string;

  @Column('text')
  sha256!: string;

  @Column('bytea')
  bytes!: Buffer;

  @Column('integer')
  width!: number;

  @Column('integer')
  height!: number;

  @Column('double precision', { name: 'taken_lat', nullable: true })
  takenLat!: number | null;

  @Column('double precision', { name: 'taken_lng', nullable: true })
  takenLng!: number | null;

  @Column('text', { name: 'uploaded_by', nullable: true })
  uploadedBy!: string | null;

  @Column('timestamptz', { name: 'uploaded_at', transformer: instant })
  uploadedAt!: Instant;

  /** The picture is gone; its hash stays. */
  @Column('timestamptz', { name: 'erased_at', nullable: true, transformer: instant })
  erasedAt!: Instant | null;
}

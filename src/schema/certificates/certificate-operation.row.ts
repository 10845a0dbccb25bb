import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The unique key of a certificate number and an operation: nobody enters the same one twice. */
@Entity('certificate_operations')
export class CertificateOperationRow {
  @PrimaryColumn('text', { name: 'number_hash' })
  numberHash!: string;

  @PrimaryColumn('text')
  operation!: string;

  @Column('text', { name: 'certificate_id' })
  certificateId!: string;
}

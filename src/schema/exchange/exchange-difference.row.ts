import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A registration in which both sides did not hold the same. */
@Entity('exchange_differences')
export class ExchangeDifferenceRow {
  @PrimaryColumn('text', { name: 'check_id' })
  checkId!: string;

  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('text', { name: 'entity_id' })
  entityId!: string;

  @Column('text')
  difference!: string;

  @Column('integer', { nullable: true })
  ours!: number | null;

  @Column('integer', { nullable: true })
  theirs!: number | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A device that a user has signed in on before. Wrong guesses elsewhere do not delay this device. */
@Entity('login_devices')
export class LoginDeviceRow {
  @PrimaryColumn('text', { name: 'user_id' })
  userId!: string;

  @PrimaryColumn('text', { name: 'device_hash' })
  deviceHash!: string;

  @Column('text', { name: 'address_hash' })
  addressHash!: string;

  @Column('timestamptz', { name: 'last_at', transformer: instant })
  lastAt!: Instant;
}

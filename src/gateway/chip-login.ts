import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MINUTE, type Instant } from '../kernel/time';
import { ChipSecretsReader } from '../modules/registry/chip-secrets.reader';
import { systemScope } from '../platform/database/scope';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Clock } from '../platform/time/clock';

/** What a chip shows at the door: lower-case hex of HMAC-SHA256(secret, "hanan-mqtt-v1:" + chip number). */
export const chipPassword = (secret: Uint8Array, chipNo: string): string =>
  createHmac('sha256', secret).update(`hanan-mqtt-v1:${chipNo}`).digest('hex');

interface Remembered {
  readonly password: string;
  readonly until: Instant;
}

const CHIP_NUMBER = /^[A-Z0-9]{12,20}$/;
const REMEMBERED_MS = MINUTE;
const MOST_REMEMBERED = 20_000;

/** Chips that come back all at once must not take every connection to the database from people. */
const AT_ONCE = 3;

/** Checks passwords of chips. A secret is looked up once a minute at most: chips reconnect in swarms. */
@Injectable()
export class ChipLogin {
  private readonly known = new Map<string, Remembered>();
  private readonly waiting: (() => void)[] = [];
  private looking = 0;

  /** Compared where there is no chip, so that the answer takes as long. */
  private readonly nobody = randomBytes(32).toString('hex');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly secrets: ChipSecretsReader,
    private readonly clock: Clock,
  ) {}

  /** Rejects only where the register cannot be asked. */
  async admits(clientId: string, userName: string | undefined, password: Buffer | undefined): Promise<boolean> {
    if (clientId !== userName || !CHIP_NUMBER.test(clientId)) return false;
    const expected = (await this.passwordOf(clientId)) ?? null;
    const equal = sameText(password ?? Buffer.alloc(0), expected ?? this.nobody);
    return equal && expected !== null;
  }

  private async passwordOf(chipNo: string): Promise<string | null> {
    const known = this.known.get(chipNo);
    const at = this.clock.now();
    if (known && at < known.until) return known.password;
    const password = await this.inTurn(() => this.lookUp(chipNo));
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    if (password !== null) this.known.set(chipNo, { password, until: at + REMEMBERED_MS });
    return password;
  }

  private async lookUp(chipNo: string): Promise<string | null> {
    const chip = await this.uow.run(systemScope('chip-login'), (tx) => this.secrets.find(tx, chipNo));
    return chip && chipPassword(chip.secret, chipNo);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    while (this.looking >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.looking += 1;
    try {
      return await work();
    } finally {
      this.looking -= 1;
      this.waiting.shift()?.();
    }
  }
}

/** In constant time, whatever the lengths: both are hashed under a key that nobody knows. */
function sameText(given: Buffer, expected: string): boolean {
  const key = randomBytes(32);
  const hash = (text: Buffer | string): Buffer => createHmac('sha256', key).update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}

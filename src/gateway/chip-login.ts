import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MINUTE, SECOND, type Instant } from '../kernel/time';
import { LoginSecretsReader } from '../modules/wire/login-secrets.reader';
import { SettleSecret } from '../modules/wire/settle-secret';
import { systemScope } from '../platform/database/scope';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Clock } from '../platform/time/clock';

/** What a chip shows at the door: lower-case hex of HMAC-SHA256(secret, "hanan-mqtt-v1:" + chip number). */
export const chipPassword = (secret: Uint8Array, chipNo: string): string =>
  createHmac('sha256', secret).update(`hanan-mqtt-v1:${chipNo}`).digest('hex');

/** Passwords by which a chip may come in. */
interface Passwords {
  readonly now: string;
  /** Of a secret that was agreed on: the first login with it ends the other. */
  readonly next: string | null;
}

interface Remembered {
  readonly passwords: Passwords;
  readonly lookedAt: Instant;
}

/** What a client shows. `certified`: the name in its certificate, null without one. */
export interface Shown {
  readonly clientId: string;
  readonly userName: string | undefined;
  readonly password: Buffer | undefined;
  readonly certified: string | null;
}

const CHIP_NUMBER = /^[A-Z0-9]{12,20}$/;
const REMEMBERED_MS = MINUTE;
/** Another process may have agreed on a new secret: a wrong password has the chip looked up again, but not at each guess. */
const DOUBTED_AFTER_MS = 2 * SECOND;
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
    private readonly secrets: LoginSecretsReader,
    private readonly secretChange: SettleSecret,
    private readonly clock: Clock,
  ) {}

  /** Rejects only where the register cannot be asked. A password that is shown is looked at beside a certificate, too. */
  async admits({ clientId, userName, password, certified }: Shown): Promise<boolean> {
    if (clientId !== userName || !CHIP_NUMBER.test(clientId)) return false;
    if (certified !== null && certified !== clientId) return false;
    const shown = password ?? Buffer.alloc(0);
    const known = await this.passwordsOf(clientId, REMEMBERED_MS);
    if (certified !== null && shown.length === 0) return known !== null;
    if (await this.fits(clientId, shown, known)) return true;
    return known !== null && this.fits(clientId, shown, await this.passwordsOf(clientId, DOUBTED_AFTER_MS));
  }

  /** Its secrets have changed. */
  forget(chipNo: string): void {
    this.known.delete(chipNo);
  }

  private async fits(chipNo: string, shown: Buffer, known: Passwords | null): Promise<boolean> {
    const fitsNow = sameText(shown, known?.now ?? this.nobody);
    const fitsNext = sameText(shown, known?.next ?? this.nobody);
    if (known === null) return false;
    if (fitsNext && known.next !== null) {
      await this.secretChange.confirm(chipNo, this.clock.now());
      this.forget(chipNo);
      return true;
    }
    return fitsNow;
  }

  private async passwordsOf(chipNo: string, notOlderMs: number): Promise<Passwords | null> {
    const known = this.known.get(chipNo);
    const lookedAt = this.clock.now();
    if (known && lookedAt < known.lookedAt + notOlderMs) return known.passwords;
    const passwords = await this.inTurn(() => this.lookUp(chipNo));
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    if (passwords !== null) this.known.set(chipNo, { passwords, lookedAt });
    return passwords;
  }

  private async lookUp(chipNo: string): Promise<Passwords | null> {
    const chip = await this.uow.run(systemScope('chip-login'), (tx) => this.secrets.find(tx, chipNo));
    if (!chip) return null;
    return { now: chipPassword(chip.secret, chipNo), next: chip.next && chipPassword(chip.next, chipNo) };
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

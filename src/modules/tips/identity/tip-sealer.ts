import { Injectable } from '@nestjs/common';
import { makeTrackingCode, TRACKING_RANDOM_BYTES } from '../../../domain/tips/tracking-code';
import { Config } from '../../../platform/config/config';
import { Sealer, type SealerKeys } from '../../../platform/database/sealer';

/** What a reporter told of themselves. */
export interface ReporterIdentity {
  readonly phone: string | null;
  readonly about: string | null;
  /** The report as it was typed, where it held numbers that name somebody. */
  readonly fullText: string | null;
}

/** So many bytes that no PIN is likelier than another by more than a billionth part. */
const PIN_BYTES = 6;
const PIN_DIGITS = 6;

/** Seals who reported, under a key of its own (`TIP_KEY`): the key of the register does not open it. */
@Injectable()
export class TipSealer {
  private readonly sealer: Sealer;

  constructor(config: Config) {
    this.sealer = new Sealer(tipKeysOf(config));
  }

  seal(tipId: string, identity: ReporterIdentity): string {
    return this.sealer.seal(tipIdentitySeal(tipId), JSON.stringify(identity));
  }

  open(tipId: string, sealed: string): ReporterIdentity {
    return JSON.parse(this.sealer.open(tipIdentitySeal(tipId), sealed)) as ReporterIdentity;
  }

  /** Tracking code and PIN that belong to a sending; the platform keeps only their hashes. */
  receiptOf(sendKey: string): { readonly trackingCode: string; readonly pin: string } {
    const bytes = Buffer.from(this.sealer.derive('tip.receipt', sendKey), 'base64url');
    const pin = bytes.readUIntBE(TRACKING_RANDOM_BYTES, PIN_BYTES) % 10 ** PIN_DIGITS;
    return {
      trackingCode: makeTrackingCode(bytes.subarray(0, TRACKING_RANDOM_BYTES)),
      pin: String(pin).padStart(PIN_DIGITS, '0'),
    };
  }

  /** Tells whether two tips are of one reporter, and not whose. */
  reporterKey = (phone: string): string => this.sealer.fingerprint('tip.reporter', phone);
  trackingHash = (code: string): string => this.sealer.fingerprint('tip.tracking', code);
  pinHash = (code: string, pin: string): string =>
    this.sealer.fingerprint('tip.pin', `${this.sealer.derive('tip.tracking', code)} ${pin}`);
}

/** The keys of tips in the place of the register's, as they are at each use. */
const tipKeysOf = (config: Config): SealerKeys => ({
  get masterKeys() {
    return config.tipKeys;
  },
  get masterSeals() {
    return config.tipSeals;
  },
  get searchKey() {
    return config.searchKey;
  },
  get laterSearchKeys() {
    return config.laterSearchKeys;
  },
  get searchVersion() {
    return config.searchVersion;
  },
  refreshKeys: () => config.refreshKeys(),
});

export const tipIdentitySeal = (tipId: string): string => `tip.identity ${tipId}`;

import { Injectable } from '@nestjs/common';
import { makeTrackingCode, TRACKING_RANDOM_BYTES } from '../../../domain/tips/tracking-code';
import { Config } from '../../../platform/config/config';
import { Sealer } from '../../../platform/database/sealer';

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

  constructor({ tipKeys, searchKey }: Config) {
    this.sealer = new Sealer(tipKeys, Math.max(...tipKeys.keys()), searchKey);
  }

  seal(tipId: string, identity: ReporterIdentity): string {
    return this.sealer.seal(contextOf(tipId), JSON.stringify(identity));
  }

  open(tipId: string, sealed: string): ReporterIdentity {
    return JSON.parse(this.sealer.open(contextOf(tipId), sealed)) as ReporterIdentity;
  }

  /** Tracking code and PIN that belong to a sending; the platform keeps only their hashes. */
  receiptOf(sendKey: string): { readonly trackingCode: string; readonly pin: string } {
    const bytes = Buffer.from(this.sealer.fingerprint('tip.receipt', sendKey), 'base64url');
    const pin = bytes.readUIntBE(TRACKING_RANDOM_BYTES, PIN_BYTES) % 10 ** PIN_DIGITS;
    return {
      trackingCode: makeTrackingCode(bytes.subarray(0, TRACKING_RANDOM_BYTES)),
      pin: String(pin).padStart(PIN_DIGITS, '0'),
    };
  }

  /** Tells whether two tips are of one reporter, and not whose. */
  reporterKey = (phone: string): string => this.sealer.fingerprint('tip.reporter', phone);
  trackingHash = (code: string): string => this.sealer.fingerprint('tip.tracking', code);
  pinHash = (trackingHash: string, pin: string): string => this.sealer.fingerprint('tip.pin', `${trackingHash} ${pin}`);
}

const contextOf = (tipId: string): string => `tip.identity ${tipId}`;

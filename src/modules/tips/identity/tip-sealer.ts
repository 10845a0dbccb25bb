import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config';
import { Sealer } from '../../../platform/database/sealer';

/** What a reporter told of themselves. */
export interface ReporterIdentity {
  readonly phone: string | null;
  readonly about: string | null;
  /** The report as it was typed, where it held numbers that name somebody. */
  readonly fullText: string | null;
}

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

  /** Tells whether two tips are of one reporter, and not whose. */
  reporterKey = (phone: string): string => this.sealer.fingerprint('tip.reporter', phone);
  trackingHash = (code: string): string => this.sealer.fingerprint('tip.tracking', code);
  pinHash = (trackingHash: string, pin: string): string => this.sealer.fingerprint('tip.pin', `${trackingHash} ${pin}`);
}

const contextOf = (tipId: string): string => `tip.identity ${tipId}`;

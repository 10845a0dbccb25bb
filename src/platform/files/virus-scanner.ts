import { Inject, Injectable, Logger } from '@nestjs/common';
import { invalid, unavailable, type Refusal } from '../../kernel/refusal';
import { Config } from '../config/config';
import { scanByClamd } from './clamd';

/**
 * Has every upload looked at before anything reads it, where the operator runs a scanner (`CLAMD_ADDRESS`). A scanner that
 * gives no verdict lets nothing in: whoever asked for one wants no file unseen.
 */
@Injectable()
export class VirusScanner {
  private readonly logger = new Logger('files');

  constructor(@Inject(Config) private readonly config: Pick<Config, 'clamdAddress'>) {}

  async refusal(bytes: Buffer): Promise<Refusal | null> {
    const { clamdAddress } = this.config;
    if (clamdAddress === null) return null;
    try {
      const found = await scanByClamd(clamdAddress, bytes);
      if (found === null) return null;
      this.logger.warn({ event: 'file.infected', found });
      return invalid('file.infected');
    } catch (err) {
      this.logger.error({ event: 'file.not-scanned', err });
      return unavailable('file.scanner-away', { extra: { retryAfter: 30 } });
    }
  }
}

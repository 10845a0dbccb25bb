import { Injectable } from '@nestjs/common';
import { normalPhone } from '../../../kernel/phone';
import { readDigits, readTyped } from '../../../kernel/typed-text';
import { subtreeRange } from '../../../kernel/region-code';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Sealer } from '../../../platform/database/sealer';
import { CERTIFICATE_NUMBER } from '../../certificates/add-certificate';
import { CodeRegistry } from '../../registry/code-registry';
import { WELDER_ID_NUMBER, WELDER_PHONE } from '../../registry/welders/welder.mapper';
import type { SearchResult } from './search.dto';
import { MOST_HITS, SearchView, type Wanted } from './search.view';

/** One field for all an official may have at hand: a name, a number, a code. */
@Injectable()
export class SearchRegister {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly codes: CodeRegistry,
    private readonly view: SearchView,
    private readonly sealer: Sealer,
  ) {}

  async execute({ caller: { scope } }: Request, typed: string): Promise<SearchResult> {
    // without a region nothing is found by words: an empty range
    const range = scope.kind === 'region' ? subtreeRange(scope.regionCode) : { from: '', to: '' };
    const text = readTyped(typed);
    return this.uow.run(systemScope('search'), async (tx) => {
      const code = await this.codes.resolve(tx, text);
      const coded = code && code.kind !== 'blank' ? code : null;
      const wanted: Wanted = { text, coded, ...range, ...this.hashesOf(text) };
      const hits = [
        ...(await this.view.machines(tx, wanted)),
        ...(await this.view.welders(tx, wanted)),
        ...(await this.view.permits(tx, wanted)),
      ];
      return { items: hits.slice(0, MOST_HITS) };
    });
  }

  /** Numbers of persons are sealed: only a whole one can be found, by its keyed hash. A card's number begins with T before its holder's. */
  private hashesOf(text: string): Pick<Wanted, 'idNumberHash' | 'phoneHash' | 'certificateHash'> {
    const number = readDigits(text);
    const phone = normalPhone(text);
    return {
      idNumberHash: this.sealer.fingerprint(WELDER_ID_NUMBER, number.replace(/^T(?=\d{17}[\dX]$)/, '')),
      phoneHash: phone === null ? null : this.sealer.fingerprint(WELDER_PHONE, phone),
      certificateHash: this.sealer.fingerprint(CERTIFICATE_NUMBER, number),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { oddText } from '../../../domain/registry/odd-text';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { OddTextList } from './odd-text.dto';
import { OddTexts } from './odd-texts.view';

const SHOWN = 100;

/** What was stored before there was one reader for typed text, for whoever can look at the thing and mend it. */
@Injectable()
export class FindOddTexts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly texts: OddTexts,
  ) {}

  async execute({ caller }: Request): Promise<OddTextList> {
    const suspects = await this.uow.run(caller.scope, (tx) => this.texts.suspects(tx));
    const items = suspects.flatMap((one) => {
      const odd = oddText(one.field, one.stored);
      return odd ? [{ ...one, ...odd }] : [];
    });
    return { items: items.slice(0, SHOWN) };
  }
}

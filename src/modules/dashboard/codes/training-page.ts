import { Injectable } from '@nestjs/common';
import { DAY, shanghaiDate, shanghaiMidnight } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { PassesReader } from '../../training/quizzes/passes.reader';
import type { CodePageMaker, PageOfThing } from './code-page-maker';
import { type Eyes, knows } from './eyes';
import { maskedWelder } from './masked-name';

/** A certificate of training: whose (a family name for strangers), which training, until when. No number of a person. */
@Injectable()
export class TrainingPage implements CodePageMaker {
  constructor(
    private readonly passes: PassesReader,
    private readonly catalogue: Catalogue,
  ) {}

  async of(tx: Tx, id: string, eyes: Eyes): Promise<PageOfThing | null> {
    const pass = await this.passes.find(tx, id);
    if (!pass) return null;
    const { language, at } = eyes;
    const holder = { id: pass.welderId, enterpriseId: pass.enterpriseId };
    const valid = at < shanghaiMidnight(pass.validTo) + DAY;
    const status = valid ? 'valid' : 'expired';
    return {
      status,
      title: knows(eyes, holder) ? pass.name : maskedWelder(pass.name, language),
      tone: valid ? 'green' : 'red',
      sentence: this.catalogue.text(`code.training.${status}`, language, {
        ...{ campaign: pass.campaignName, passedOn: shanghaiDate(pass.passedAt), validTo: pass.validTo },
      }),
    };
  }
}

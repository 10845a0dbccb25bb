import { Injectable } from '@nestjs/common';
import type { CodePageMaker } from './code-page-maker';
import { MachinePage } from './machine-page';
import { PermitPage } from './permit-page';
import { TrainingPage } from './training-page';
import { WelderPage } from './welder-page';

type Kind = 'machine' | 'welder' | 'permit' | 'training';

/** Who makes the page of which kind of thing. */
@Injectable()
export class PageMakers {
  private readonly makers: Readonly<Record<Kind, CodePageMaker>>;

  constructor(machine: MachinePage, welder: WelderPage, permit: PermitPage, training: TrainingPage) {
    this.makers = { machine, welder, permit, training };
  }

  of(kind: Kind): CodePageMaker {
    return this.makers[kind];
  }
}

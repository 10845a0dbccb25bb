import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config';
import { labelPng, labelSvg } from './draw-label';
import type { Label } from './label';
import { labelRoll, labelSheet } from './label-sheet';

/** Stickers with this installation's address in them. */
@Injectable()
export class Labels {
  constructor(private readonly config: Config) {}

  /** What a camera opens: exactly this stands in the QR picture. */
  addressOf = (code: string): string => `${this.config.publicUrl}/c/${code}`;

  svg(label: Label): string {
    return labelSvg(this.addressOf(label.code), label);
  }

  png(label: Label): Promise<Buffer> {
    return labelPng(this.addressOf(label.code), label);
  }

  sheet(labels: readonly Label[]): Promise<Buffer> {
    return labelSheet(labels, this.addressOf);
  }

  /** One sticker a page, for a label printer. */
  roll(labels: readonly Label[]): Promise<Buffer> {
    return labelRoll(labels, this.addressOf);
  }
}

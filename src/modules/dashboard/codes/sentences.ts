import { Injectable } from '@nestjs/common';
import type { Standing } from '../../../domain/standing/standing';
import { Catalogue } from '../../../platform/i18n/catalogue';
import type { Language } from '../../../kernel/language';

/** The one sentence under the colour. What only warns has words of its own where it would forbid elsewhere. */
@Injectable()
export class Sentences {
  constructor(private readonly catalogue: Catalogue) {}

  of(kind: 'machine' | 'welder' | 'permit', standing: Standing, language: Language): string {
    const code = `standing.${kind}.${standing.code}`;
    const toned = `${code}.${standing.tone}`;
    return this.catalogue.text(this.catalogue.has(toned) ? toned : code, language, standing.params);
  }

  text(code: string, language: Language, params: Readonly<Record<string, unknown>> = {}): string {
    return this.catalogue.text(code, language, params);
  }
}

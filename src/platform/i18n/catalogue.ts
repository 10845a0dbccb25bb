import { Injectable } from '@nestjs/common';
import { listed, wordIn, type Language, type Text } from '../../kernel/language';
import type { Texts } from './texts';

/** Every text that a stable code stands for. Each feature's module adds its own at boot. */
@Injectable()
export class Catalogue {
  private readonly texts = new Map<string, Text>();

  /** Two features that claim one code would answer in each other's words, so that is a fault at boot. */
  add(texts: Texts): void {
    for (const [code, text] of Object.entries(texts)) {
      if (this.texts.has(code)) throw new Error(`text of code "${code}" is given twice`);
      this.texts.set(code, text);
    }
  }

  has(code: string): boolean {
    return this.texts.has(code);
  }

  /** A code without a text is shown as it is: better than nothing, and found by a test. */
  text(code: string, language: Language, params: Readonly<Record<string, unknown>> = {}): string {
    const text = this.texts.get(code);
    if (!text) return code;
    return wordIn(text, language).replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      name in params ? shown(params[name], language) : placeholder,
    );
  }
}

const shown = (value: unknown, language: Language): string =>
  Array.isArray(value) ? listed(value.map(String), language) : String(value);

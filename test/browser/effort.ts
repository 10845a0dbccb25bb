import type { Page } from 'playwright-core';

/** What a person takes for one tap, or for one field of a form. */
const TAP_S = 4;
const FIELD_S = 20;

/** Counts what one person does on a page, and how long a person takes for it; the machine itself is faster. */
export class Effort {
  taps = 0;
  fields = 0;
  private readonly begun = performance.now();

  constructor(readonly page: Page) {}

  async tap(selector: string): Promise<void> {
    this.taps += 1;
    await this.page.locator(selector).first().click();
  }

  async type(selector: string, words: string): Promise<void> {
    this.fields += 1;
    await this.page.fill(selector, words);
  }

  get seconds(): number {
    return this.taps * TAP_S + this.fields * FIELD_S;
  }

  /** One line for whoever reads the run. */
  report(journey: string): string {
    const ran = Math.round((performance.now() - this.begun) / 1_000);
    return `${journey}: ${this.taps} taps, ${this.fields} fields, ${this.seconds} s of a person’s time; the test ran ${ran} s`;
  }
}

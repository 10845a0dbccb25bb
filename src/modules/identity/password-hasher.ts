import { hash, verify, type Options } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** OWASP's second choice for Argon2id: 19 MiB, two passes, one lane. */
const COST: Options = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** What an unknown user's password is compared with, so that the answer takes as long as for a known one. */
const NOBODY = 'nobody';

@Injectable()
export class PasswordHasher {
  private nobody: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  /** `null`: no such user, or one without a password; takes its time all the same. */
  async matches(password: string, stored: string | null): Promise<boolean> {
    const matched = await verify(stored ?? (await this.hashOfNobody()), password);
    return stored !== null && matched;
  }

  private hashOfNobody(): Promise<string> {
    this.nobody ??= this.hash(NOBODY);
    return this.nobody;
  }
}

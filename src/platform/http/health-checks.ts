import { Injectable } from '@nestjs/common';

/** Throws, or rejects, with the reason why this part cannot work now. */
export type HealthCheck = () => Promise<void> | void;

/** What must work before this process takes requests. Each part adds its own check at boot. */
@Injectable()
export class HealthChecks {
  private readonly checks = new Map<string, HealthCheck>();

  add(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  all(): [string, HealthCheck][] {
    return [...this.checks];
  }
}

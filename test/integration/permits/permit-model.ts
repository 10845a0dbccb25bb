/**
 * A permit's life once more, as small as it can be said, for one `general` permit and six people. It knows nothing of the
 * platform's own table: where the two disagree one of them is wrong.
 */
export type Who = 'manager' | 'safety' | 'head' | 'watcher' | 'welderUser' | 'regulator';
export const WHO: readonly Who[] = ['manager', 'safety', 'head', 'watcher', 'welderUser', 'regulator'];

export type What =
  | 'submit' | 'approve' | 'return' | 'reject' | 'issue' | 'cancel' | 'fire-watch-on' | 'fire-watch-off' | 'substitute-watch'
  | 'watch-tap' | 'measures' | 'gas-test' | 'start' | 'suspend' | 'resume' | 'finish' | 'close' | 'amend'; // prettier-ignore
export const WHAT: readonly What[] = [
  'submit', 'approve', 'return', 'reject', 'issue', 'cancel', 'fire-watch-on', 'fire-watch-off', 'substitute-watch',
  'watch-tap', 'measures', 'gas-test', 'start', 'suspend', 'resume', 'finish', 'close', 'amend',
]; // prettier-ignore

/** `out-of-turn` and `not-ready` are both 409, told apart by their codes; `stranger` is 403. */
export type Verdict = 'done' | 'stranger' | 'out-of-turn' | 'not-ready';

const MINUTE = 60_000;
const ENDING = ['submitted', 'approved', 'issued', 'active', 'suspended'];
const WORKING = ['issued', 'active', 'suspended'];

export class PermitModel {
  state = 'draft';
  signed: Who[] = [];
  guard: Who = 'watcher';
  onDuty = false;
  tapped = 0;
  ticked = false;
  gasFailed = false;
  begun = false;
  stoppedByAuthority = false;
  watchUntil = 0;
  /** Who asked for the amendment that waits. */
  askedBy: Who | null = null;

  constructor(
    public now: number,
    readonly start: number,
    readonly end: number,
  ) {}

  copy(): PermitModel {
    return Object.assign(new PermitModel(this.now, this.start, this.end), this, { signed: [...this.signed] });
  }

  /** What the caller would be answered; the permit is changed if it is done. `good`: ticks set, a test passed, an amendment asked for (else confirmed). */
  give(who: Who, what: What, good = true): Verdict {
    const verdict = this.judge(who, what, good);
    if (verdict === 'done') this.change(who, what, good);
    return verdict;
  }

  /** The buttons somebody sees. */
  open(who: Who): What[] {
    return WHAT.filter((what) => this.judge(who, what, this.usual(what)) === 'done');
  }

  pass(ms: number): void {
    this.now += ms;
    if (ENDING.includes(this.state) && this.now >= this.end) {
      this.state = 'expired';
      if (!this.begun) this.onDuty = false;
    } else if (this.state === 'active' && this.onDuty && this.now >= this.tapped + 70 * MINUTE) {
      this.state = 'suspended';
      this.onDuty = false;
    }
  }

  /** An amendment that waits is next confirmed. */
  usual(what: What): boolean {
    return what !== 'amend' || this.askedBy === null;
  }

  private judge(who: Who, what: What, good: boolean): Verdict {
    const [states, may, ready] = this.rules(who, good)[what];
    const expired = ENDING.includes(this.state) && this.now >= this.end;
    if (!states.includes(expired ? 'expired' : this.state)) return 'out-of-turn';
    if (may !== true) return may === 'turn' ? 'out-of-turn' : 'stranger';
    if (ready === 'turn') return 'out-of-turn';
    return ready ? 'done' : 'not-ready';
  }

  private rules(
    who: Who,
    good: boolean,
  ): Record<What, [states: string[], may: boolean | 'turn', ready: boolean | 'turn']> {
    const guard = who === this.guard;
    const owner = who === 'manager';
    const leads = owner || who === 'safety' || who === 'head';
    const onSite = guard || owner || who === 'safety';
    const safe = this.onDuty && this.ticked && !this.gasFailed;
    const lasts = this.state === 'approved' ? who === 'safety' || who === 'head' : this.signs(who);
    return {
      submit: [['draft', 'returned'], owner, this.now < this.end],
      approve: [['submitted'], this.signs(who), true],
      return: [['submitted', 'approved'], lasts, true],
      reject: [['submitted', 'approved'], lasts, true],
      issue: [['approved'], who === 'safety' || who === 'head', true],
      cancel: [['draft', 'returned', 'submitted', 'approved', 'issued'], leads || who === 'regulator', true],
      'fire-watch-on': [[...WORKING, 'fire_watch'], guard, true],
      'fire-watch-off': [WORKING, guard, this.onDuty || 'turn'],
      'substitute-watch': [
        [...WORKING, 'fire_watch'],
        who === 'safety' || who === 'watcher',
        !(guard && this.onDuty) || 'turn',
      ],
      'watch-tap': [['active', 'suspended', 'fire_watch'], guard, this.onDuty || 'turn'],
      measures: [WORKING, guard || who === 'safety', true],
      'gas-test': [WORKING, onSite, true],
      start: [['issued'], guard || owner, safe],
      suspend: [
        ['active', 'suspended'],
        guard || leads || who === 'welderUser' || who === 'regulator',
        this.state === 'active' || 'turn',
      ],
      resume: [['suspended'], this.stoppedByAuthority ? who === 'regulator' : guard || leads, safe],
      finish: [['active', 'suspended', 'expired'], onSite, this.state === 'active' || this.begun || 'turn'],
      close: [['fire_watch'], onSite, this.onDuty && this.now >= this.watchUntil],
      amend: good ? [WORKING, leads, this.askedBy === null] : [WORKING, this.confirms(who), true],
    };
  }

  private confirms(who: Who): boolean | 'turn' {
    if (this.askedBy === null) return 'turn';
    return who !== this.askedBy && (who === 'safety' || who === 'head');
  }

  private signs(who: Who): boolean | 'turn' {
    if (who === 'safety') return !this.signed.includes('safety');
    if (who !== 'head') return false;
    return this.signed.includes('safety') || 'turn';
  }

  private change(who: Who, what: What, good: boolean): void {
    const leavesWork = this.state === 'active' ? 'suspended' : this.state;
    switch (what) {
      case 'submit':
        Object.assign(this, { state: 'submitted', signed: [], ticked: false });
        break;
      case 'approve':
        this.signed.push(who);
        if (who === 'head') this.state = 'approved';
        break;
      case 'issue':
        this.state = 'issued';
        break;
      case 'return':
      case 'reject':
      case 'cancel':
        Object.assign(this, {
          state: { return: 'returned', reject: 'rejected', cancel: 'cancelled' }[what],
          onDuty: false,
        });
        break;
      case 'fire-watch-on':
      case 'substitute-watch':
        Object.assign(this, { guard: who, onDuty: true, tapped: this.now });
        break;
      case 'fire-watch-off':
        Object.assign(this, { state: leavesWork, onDuty: false });
        break;
      case 'measures':
        this.ticked = good;
        break;
      case 'gas-test':
        this.gasFailed = !good;
        if (!good) this.state = leavesWork;
        break;
      case 'start':
        Object.assign(this, { state: 'active', begun: true });
        break;
      case 'suspend':
        Object.assign(this, { state: 'suspended', stoppedByAuthority: who === 'regulator' });
        break;
      case 'resume':
        Object.assign(this, { state: 'active', stoppedByAuthority: false });
        break;
      case 'finish':
        Object.assign(this, { state: 'fire_watch', watchUntil: this.now + 30 * MINUTE, stoppedByAuthority: false });
        break;
      case 'close':
        this.state = 'closed';
        break;
      case 'amend':
        this.askedBy = good ? who : null;
        break;
      case 'watch-tap':
        break;
    }
    const shows = ['watch-tap', 'measures', 'gas-test', 'start', 'resume'].includes(what);
    if (shows && who === this.guard && this.onDuty) this.tapped = this.now;
  }
}

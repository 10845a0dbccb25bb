import { Injectable } from '@nestjs/common';
import { judgeGasSample, type GasSample } from '../../../domain/permits/gas-test';
import type { PermitCommand } from '../../../domain/permits/permit-life-cycle';
import type { Seen, StepInput } from '../../../domain/permits/steps/inputs';
import type { EvidenceGiven, GasSource, Original } from '../../../domain/permits/steps/step';
import type { CommandInput } from '../../../domain/permits/snapshot';
import type { Position } from '../../../kernel/geo';
import { positionGiven } from '../../regions/place-proof.dto';
import type { Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import type { Call } from '../../../platform/auth/request';
import { FileStore } from '../../../platform/files/file-store';
import { Ids } from '../../../platform/time/ids';
import { AmendmentFacts } from './amendment-facts';
import { wrongBody } from './command-fields';
import type { GasTestRequest, PermitCommandRequest } from './permit-command.dto';
import { PlaceRules, workOfPermit } from '../../sites/place-rules';
import type { Loaded } from '../permit-loader';
import { OutsideDoubts } from '../people/outside-doubts';
import { PermitPeople } from '../people/permit-people';
import { PermitStore } from '../permit.store';
import { StepPlace } from './step-place';
import { SubmissionFacts } from './submission-facts';

/** A command as somebody gave it, on a permit that is locked. */
interface Given extends Call, Loaded {
  readonly body: PermitCommandRequest;
}

type Loaders = { readonly [C in PermitCommand]: (given: Given) => StepInput<C> | Promise<StepInput<C>> };

/** Gathers what a command needs to know beside the permit: one line a command. Decides nothing. */
@Injectable()
export class StepFacts {
  private readonly loaders: Loaders = {
    submit: async (given) => ({ submission: await this.submissions.load(given) }),
    'site-visit': async (given) => ({
      ...(await this.photographed(given)),
      ...(await this.onTheSpot(given)),
      ...this.seen(given),
    }),
    approve: async (given) => ({
      ...(await this.approving(given)),
      ...(await this.seenIfSent(given)),
      doubts: await this.outside.doubtsOf(given.tx, given.permit, given.at),
    }),
    countersign: (given) => this.approving(given),
    'work-leader-opinion': (given) => this.approving(given),
    briefing: (given) => this.approving(given),
    'briefing-received': (given) => this.approving(given),
    'shift-check': (given) => this.approving(given),
    return: reasoned,
    reject: reasoned,
    cancel: reasoned,
    issue: async (given) => ({
      ...(await this.approving(given)),
      ...(await this.shownIfSent(given)),
      original: await this.original(given),
      placeRule: await this.placeRules.ruleAt(given.tx, workOfPermit(given.permit)),
    }),
    measures: async (given) => ({
      ...(await this.signed(given)),
      ...(await this.shownIfSent(given)),
      items: ticksOf(given.body),
    }),
    'gas-test': (given) =>
      this.gasTest(given.body as GasTestRequest, given, { source: 'manual', testedBy: given.caller.userId }, given.at),
    'fire-watch-on': (given) => this.watcherComing(given),
    'substitute-watch': (given) => this.watcherComing(given),
    'watch-tap': (given) => this.watchKept(given),
    'fire-watch-off': async (given) => ({
      ...(await this.watchKept(given)),
      reason: given.body.reason?.trim(),
    }),
    start: async (given) => ({
      ...(await this.signed(given)),
      placeRule: await this.placeRules.ruleAt(given.tx, workOfPermit(given.permit)),
    }),
    suspend: ({ body }) => ({ reason: body.reason?.trim() ?? null }),
    resume: noted,
    finish: noted,
    close: async (given) => ({
      ...(await this.photographed(given)),
      ...(await this.signed(given)),
      ...(await this.onTheSpot(given)),
      ...noted(given),
      residualFire: given.body.residualFire,
      photoGiven: photoOf(given.body) !== undefined,
    }),
    amend: async (given) => ({ ...(await this.signed(given)), ...(await this.amendments.load(given)) }),
  };

  constructor(
    private readonly submissions: SubmissionFacts,
    private readonly people: PermitPeople,
    private readonly permits: PermitStore,
    private readonly amendments: AmendmentFacts,
    private readonly outside: OutsideDoubts,
    private readonly places: StepPlace,
    private readonly placeRules: PlaceRules,
    private readonly files: FileStore,
    private readonly ids: Ids,
  ) {}

  /** What came with the command, or why it cannot be read. */
  async loadFacts<C extends PermitCommand>(
    call: Call,
    command: C,
    loaded: Loaded,
    body: PermitCommandRequest,
  ): Promise<Result<StepInput<C>, Refusal>> {
    const wrong = wrongBody(command, body);
    if (wrong) return refused(wrong);
    const input = await this.loaders[command]({ ...call, ...loaded, body });
    return ok(body.givenAt === undefined ? input : { ...input, givenAt: Date.parse(body.givenAt) });
  }

  /** Readings typed on site or sent by a device, with their verdict. */
  gasTest(
    request: GasTestRequest,
    { rules, permit }: Loaded,
    by: { readonly source: GasSource; readonly testedBy: string },
    at: Instant,
  ): StepInput<'gas-test'> {
    const sample: GasSample = { ...request, sampledAt: Date.parse(request.sampledAt) };
    const verdict = judgeGasSample(sample, rules.gasLimits, permit);
    return { ...by, recordId: this.ids.next(at), sample, verdict, gasPassed: verdict.passed };
  }

  private async signed(given: Given): Promise<{ signature: EvidenceGiven }> {
    return { signature: await this.evidence(given, given.body.signatureFileId) };
  }

  private async photographed(given: Given): Promise<{ photo: EvidenceGiven }> {
    return { photo: await this.evidence(given, photoOf(given.body)) };
  }

  /** Photos and drawn signatures are stored before, by the same person. */
  private async evidence({ tx, caller }: Given, fileId: string | undefined): Promise<EvidenceGiven> {
    if (fileId === undefined) return null;
    const file = await this.files.read(tx, fileId);
    return file?.uploadedBy === caller.userId ? { fileId, sha256: file.sha256 } : 'unknown';
  }

  private async approving(given: Given): Promise<StepInput<'approve'>> {
    return { ...(await this.signed(given)), comment: given.body.comment?.trim() || null };
  }

  /** Only where the work goes over with the issue. */
  private async original({ tx, permit, at }: Given): Promise<Original | null> {
    return permit.takesOver && permit.extendsId !== null ? this.permits.find(tx, permit.extendsId, at) : null;
  }

  private async watchKept(given: Given): Promise<StepInput<'watch-tap'>> {
    const { body, at } = given;
    return { ...(await this.photographed(given)), recordId: this.ids.next(at), position: positionOf(body) };
  }

  private async watcherComing(given: Given): Promise<StepInput<'fire-watch-on'>> {
    const { tx, permit, caller } = given;
    const watcher = await this.people.watcherFacts(tx, permit, caller);
    return { ...(await this.watchKept(given)), ...(await this.onTheSpot(given)), watcher };
  }

  private seen({ body, at }: Given): Seen {
    const accuracyM = positionGiven(body)?.accuracyM || null;
    return { recordId: this.ids.next(at), position: positionOf(body), accuracyM };
  }

  /** A person who signs on the spot has been there. */
  private async seenIfSent(given: Given): Promise<Pick<StepInput<'approve'>, 'place' | 'metresFromPlace' | 'visit'>> {
    return isSent(given) ? { ...(await this.onTheSpot(given)), visit: this.seen(given) } : {};
  }

  /** Where they stand, as a guard asks it: what was sent, or that nothing was. */
  private async onTheSpot(given: Given): Promise<Pick<CommandInput, 'place' | 'metresFromPlace'>> {
    const place = await this.places.placeShown(given);
    return { place, ...(place.proven.outcome === 'outside' && { metresFromPlace: place.proven.metres }) };
  }

  /** A command that may be given elsewhere, too: a place that nobody shows is not asked for. */
  private async shownIfSent(given: Given): Promise<Pick<CommandInput, 'place'>> {
    return isSent(given) ? { place: await this.places.placeShown(given) } : {};
  }
}

const isSent = ({ body }: Given): boolean => body.proof !== undefined || positionGiven(body) !== null;

const reasoned = ({ body }: Given): { reason: string } => ({ reason: body.reason?.trim() ?? '' });
const noted = ({ body }: Given): { note: string | null } => ({ note: body.note?.trim() ?? null });

const ticksOf = ({ items = [] }: PermitCommandRequest) =>
  items.map(({ code, confirmed, number }) => ({ code, confirmed, ...(number !== undefined && { number }) }));

const photoOf = ({ photoId, proof, identity }: PermitCommandRequest): string | undefined =>
  photoId ?? proof?.photoId ?? identity?.photoId;

function positionOf(body: PermitCommandRequest): Position | null {
  const position = positionGiven(body);
  return position && { lat: position.lat, lng: position.lng };
}

import { Injectable } from '@nestjs/common';
import { certificateWarnMs, reviewsAbolishedFrom } from '../../../domain/certificates/certificate-state';
import { welderStanding } from '../../../domain/standing/welder-standing';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CertificatesReader } from '../../certificates/certificates.reader';
import { JobsReader } from '../../jobs/jobs.reader';
import { RegistryReader, type WelderFacts } from '../../registry/registry.reader';
import { RulesReader } from '../../rules/rules.reader';
import type { CodeOfficial } from './code-page.dto';
import type { CodePageMaker, PageOfThing } from './code-page-maker';
import { type Eyes, isOfficial, knows } from './eyes';
import { maskedWelder } from './masked-name';
import { OpenCases } from './open-cases';
import { Sentences } from './sentences';

/** A welder's page: may this person weld? Strangers read a family name and whether the card is in order, nothing else. */
@Injectable()
export class WelderPage implements CodePageMaker {
  constructor(
    private readonly registry: RegistryReader,
    private readonly certificates: CertificatesReader,
    private readonly jobs: JobsReader,
    private readonly rules: RulesReader,
    private readonly cases: OpenCases,
    private readonly sentences: Sentences,
  ) {}

  async of(tx: Tx, id: string, eyes: Eyes): Promise<PageOfThing | null> {
    const welder = await this.registry.welderById(tx, id);
    if (!welder) return null;
    const standing = welderStanding(
      {
        suspended: welder.status === 'suspended',
        certificates: await this.certificates.ofWelder(tx, id),
        reviewAbolishedFrom: reviewsAbolishedFrom(this.rules.book(), eyes.at),
        warnMs: certificateWarnMs(this.rules.book(), eyes.at),
      },
      eyes.at,
    );
    const name = knows(eyes, welder) ? welder.name : maskedWelder(welder.name, eyes.language);
    return {
      status: welder.status,
      title: name,
      tone: standing.tone,
      sentence: this.sentences.of('welder', standing, eyes.language),
      welder: {
        id,
        name,
        inOrder: standing.tone === 'green',
        operations: [...standing.operations],
        validTo: standing.validTo,
      },
      official: isOfficial(eyes) ? await this.forOfficials(tx, welder, eyes) : null,
    };
  }

  private async forOfficials(tx: Tx, welder: WelderFacts, eyes: Eyes): Promise<CodeOfficial> {
    const jobs = await this.jobs.openOfWelder(tx, welder.id);
    const names = await this.registry.namesOf(tx, [
      ...jobs.map(({ machineId }) => machineId),
      welder.enterpriseId ?? '',
    ]);
    return {
      regionCode: welder.regionCode,
      enterpriseName: names.get(welder.enterpriseId ?? '') ?? null,
      chipNo: null,
      lastHeardAt: null,
      idNumber: welder.idNumberMasked,
      openViolations: await this.cases.ofWelder(tx, welder.id, eyes),
      jobs: jobs.map(({ id, state, machineId, reservedAt }) => ({
        id,
        state,
        with: names.get(machineId) ?? '',
        since: new Date(reservedAt).toISOString(),
      })),
    };
  }
}

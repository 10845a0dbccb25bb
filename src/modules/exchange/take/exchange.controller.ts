import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../platform/auth/access.decorator';
import { answer } from '../../../platform/http/answer';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { heldHere, heldHereIn } from '../check/held.view';
import { KnowPartner } from './know-partner';
import { TheirRequest, type SignedRequest } from './signed-request';
import { BatchVerdict, BucketQuery, HeldItems, OfferedBatch, SummaryView } from './take.dto';
import { TakeBatch } from './take-batch';

const PLATFORMS = ['province', 'neighbour'] as const;
const SCOPE = systemScope('exchange-summary');

/** The contract of `docs/exchange.md`, as other platforms call us. A signature takes the place of a sign-in. */
@ApiTags('exchange')
@ApiHeader({ name: 'Hanan-Partner', description: 'the id of the platform that calls', required: true })
@ApiHeader({ name: 'Hanan-Signature', description: '`t=<seconds>,v1=<hex>`, see docs/exchange.md', required: true })
@Controller('exchange')
export class ExchangeController {
  constructor(
    private readonly partners: KnowPartner,
    private readonly batches: TakeBatch,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Post('batches')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Registrations of another platform; each has its own verdict, and comes in once' })
  async take(@TheirRequest() request: SignedRequest, @Body() body: OfferedBatch): Promise<BatchVerdict> {
    const at = this.clock.now();
    return this.batches.execute(answer(await this.partners.execute(request, PLATFORMS, at)), body, at);
  }

  @Get('summary')
  @Public()
  @ApiOperation({ summary: 'What we hold of the calling platform: counts and hashes by kind, region and day' })
  async summary(@TheirRequest() request: SignedRequest): Promise<SummaryView> {
    const { id } = answer(await this.partners.execute(request, PLATFORMS, this.clock.now()));
    const buckets = await this.uow.run(SCOPE, (tx) => heldHere(tx, id));
    return { buckets: buckets as SummaryView['buckets'] };
  }

  @Get('summary/items')
  @Public()
  @ApiOperation({ summary: 'What we hold of it under one kind, region and day' })
  async heldItems(@TheirRequest() request: SignedRequest, @Query() query: BucketQuery): Promise<HeldItems> {
    const { id } = answer(await this.partners.execute(request, PLATFORMS, this.clock.now()));
    return { items: await this.uow.run(SCOPE, (tx) => heldHereIn(tx, id, query)) };
  }
}

import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../platform/auth/access.decorator';
import { answer } from '../../../platform/http/answer';
import { Clock } from '../../../platform/time/clock';
import { KnowPartner } from '../take/know-partner';
import { TheirRequest, type SignedRequest } from '../take/signed-request';
import type { Plant } from './know-paper';
import { PlantForm } from './form/plant-form';
import { PlantFormView } from './form/plant-form.dto';
import { PaperTakenView, SignedPaperRequest } from './plant.dto';
import { TakePaper } from './take-paper';

/** The contract of `docs/exchange.md`, as the special-work system of a chemical plant calls us. */
@ApiTags('exchange')
@ApiHeader({ name: 'Hanan-Partner', description: 'the id of the platform that calls', required: true })
@ApiHeader({ name: 'Hanan-Signature', description: '`t=<seconds>,v1=<hex>`, see docs/exchange.md', required: true })
@Controller('exchange/permits')
export class PlantsController {
  constructor(
    private readonly partners: KnowPartner,
    private readonly papers: TakePaper,
    private readonly forms: PlantForm,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'A permit that a plant has signed, or what happened under it; nobody here is asked again' })
  async take(@TheirRequest() request: SignedRequest, @Body() { jws }: SignedPaperRequest): Promise<PaperTakenView> {
    const at = this.clock.now();
    const plant = answer(await this.partners.execute(request, ['plant'], at));
    return answer(await this.papers.execute(plant, jws, at));
  }

  @Get('form')
  @Public()
  @ApiOperation({ summary: 'What the law asks of a permit of the calling plant: levels, seats, measures, questions' })
  async form(@TheirRequest() request: SignedRequest): Promise<PlantFormView> {
    const at = this.clock.now();
    const plant = answer(await this.partners.execute(request, ['plant'], at));
    return answer(await this.forms.show(plant as Plant, at));
  }
}

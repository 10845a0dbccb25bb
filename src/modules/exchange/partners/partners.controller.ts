import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { PageQuery } from '../../../platform/http/page';
import { Allow } from '../../identity/allow.decorator';
import { AskCheck } from '../check/ask-check';
import { GiveChips } from '../vendors/give-chips';
import { GiveChipsRequest, GivenChips } from '../vendors/vendor.dto';
import { FindPartners } from './find-partners';
import { KeepMappings } from './keep-mappings';
import { KeepPartners } from './keep-partners';
import {
  AgreementRequest, MappingList, MappingRequest, MappingView, NewPartnerView, PartnerPage, PartnerRequest,
  PartnerView,
} from './partner.dto'; // prettier-ignore
import { FieldList, PartnerTroubles } from './troubles.dto';

@ApiTags('exchange')
@Controller('exchange')
export class PartnersController {
  constructor(
    private readonly partners: KeepPartners,
    private readonly found: FindPartners,
    private readonly mappings: KeepMappings,
    private readonly check: AskCheck,
    private readonly chips: GiveChips,
  ) {}

  @Get('fields')
  @Allow('exchange.read')
  @ApiOperation({ summary: 'What may be exchanged: fields of each kind, their formats and vocabularies' })
  fields(): FieldList {
    return this.mappings.fields();
  }

  @Post('partners')
  @Allow('exchange.write')
  @ApiOperation({ summary: 'Another platform of a region; answers with the secret of its signatures, once' })
  async add(@CurrentRequest() request: Request, @Body() body: PartnerRequest): Promise<NewPartnerView> {
    return answer(await this.partners.add(request, body));
  }

  @Get('partners')
  @Allow('exchange.read')
  @ApiOperation({ summary: 'The platforms of the caller’s region with their state, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: PageQuery): Promise<PartnerPage> {
    return this.found.list(request, query);
  }

  @Put('partners/:id/agreement')
  @Allow('exchange.write')
  @ApiOperation({ summary: 'The agreement that says for which purposes personal data may leave' })
  async agree(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: AgreementRequest,
  ): Promise<PartnerView> {
    return answer(await this.partners.agree(request, id, body));
  }

  @Delete('partners/:id/agreement')
  @Allow('exchange.write')
  @ApiOperation({ summary: 'Ends the agreement: from now on personal data leaves masked' })
  async endAgreement(@CurrentRequest() request: Request, @Param('id') id: string): Promise<PartnerView> {
    return answer(await this.partners.agree(request, id, null));
  }

  @Delete('partners/:id')
  @Allow('exchange.write')
  @ApiOperation({ summary: 'Nothing is exchanged with it any more' })
  async stop(@CurrentRequest() request: Request, @Param('id') id: string): Promise<PartnerView> {
    return answer(await this.partners.stop(request, id));
  }

  @Get('partners/:id/mappings')
  @Allow('exchange.read')
  @ApiOperation({ summary: 'How each kind is written for it, by kind and day' })
  async listMappings(@CurrentRequest() request: Request, @Param('id') id: string): Promise<MappingList> {
    return answer(await this.mappings.list(request, id));
  }

  @Post('partners/:id/mappings')
  @Allow('exchange.write')
  @ApiOperation({ summary: 'How a kind is written for it from a day on; all of the kind is looked through again' })
  async addMapping(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: MappingRequest,
  ): Promise<MappingView> {
    return answer(await this.mappings.add(request, id, body));
  }

  @Get('partners/:id/troubles')
  @Allow('exchange.read')
  @ApiOperation({ summary: 'What was refused, what differs, and what contradicts the register' })
  async troubles(@CurrentRequest() request: Request, @Param('id') id: string): Promise<PartnerTroubles> {
    return answer(await this.found.troubles(request, id));
  }

  @Post('partners/:id/chips')
  @HttpCode(200)
  @Allow('exchange.write')
  @ApiOperation({ summary: 'Chips for which this vendor’s cloud speaks, and no other' })
  async giveChips(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { chipNos }: GiveChipsRequest,
  ): Promise<GivenChips> {
    return answer(await this.chips.execute(request, id, chipNos));
  }

  @Post('partners/:id/check')
  @HttpCode(202)
  @Allow('exchange.read')
  @ApiOperation({ summary: 'Both sides are compared now; what differs is sent again' })
  async askCheck(@CurrentRequest() request: Request, @Param('id') id: string): Promise<PartnerView> {
    return answer(await this.check.execute(request, id));
  }
}

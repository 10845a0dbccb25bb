import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { PageQuery } from '../../../platform/http/page';
import { Allow } from '../../identity/allow.decorator';
import { KeepProviders } from './keep-providers';
import { KeepSchools } from './keep-schools';
import { AddProviderRequest, CheckProviderRequest, LinkSchoolRequest, NameInstructorRequest, ProviderPage, ProviderView } from './provider.dto'; // prettier-ignore

@ApiTags('training')
@Controller('training/providers')
export class ProvidersController {
  constructor(
    private readonly providers: KeepProviders,
    private readonly schools: KeepSchools,
  ) {}

  @Get()
  @Allow('training.teach')
  @ApiOperation({ summary: 'Training schools with the checks of officials' })
  list(@CurrentRequest() request: Request, @Query() query: PageQuery): Promise<ProviderPage> {
    return this.providers.list(request, query);
  }

  @Post()
  @Allow('training.write')
  @ApiOperation({ summary: 'Adds a training school' })
  async add(@CurrentRequest() request: Request, @Body() body: AddProviderRequest): Promise<ProviderView> {
    return answer(await this.providers.add(request, body));
  }

  @Post(':id/checks')
  @Allow('training.check')
  @ApiOperation({ summary: 'Records a check of a training school; a failed one suspends it' })
  async check(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: CheckProviderRequest,
  ): Promise<ProviderView> {
    // prettier-ignore
    return answer(await this.providers.check(request, id, body));
  }

  @Put(':id/enterprise')
  @Allow('training.write')
  @ApiOperation({ summary: 'Says which enterprise the school is: pupils practise on its machines' })
  async link(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { uscc }: LinkSchoolRequest,
  ): Promise<ProviderView> {
    return answer(await this.schools.link(request, id, uscc));
  }

  @Post(':id/instructors')
  @Allow('training.write')
  @ApiOperation({ summary: 'Names an instructor of the school' })
  async nameInstructor(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { welderCode }: NameInstructorRequest,
  ): Promise<ProviderView> {
    return answer(await this.schools.name(request, id, welderCode));
  }

  @Delete(':id/instructors/:welderId')
  @Allow('training.write')
  @ApiOperation({ summary: 'Dismisses an instructor; their open session ends' })
  async dismissInstructor(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Param('welderId') welderId: string,
  ): Promise<ProviderView> {
    return answer(await this.schools.dismiss(request, id, welderId));
  }
}

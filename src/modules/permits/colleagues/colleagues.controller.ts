import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { ColleaguePage, ColleagueQuery } from './colleague.dto';
import { FindColleagues } from './find-colleagues';

@ApiTags('permits')
@Controller('enterprises/:id/colleagues')
export class ColleaguesController {
  constructor(private readonly find: FindColleagues) {}

  @Get()
  @Allow('colleague.read')
  @ApiOperation({
    summary: 'Whom a member of an enterprise can name on its permits: names and certificates, no phones and numbers',
  })
  async list(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Query() query: ColleagueQuery,
  ): Promise<ColleaguePage> {
    return answer(await this.find.execute(request, id, query));
  }
}

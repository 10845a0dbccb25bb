import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { EndEmploymentRequest, Employments } from './employment.dto';
import { EndEmployment } from './end-employment';

@ApiTags('registry')
@Controller('welders/:id/employments')
export class EmploymentsController {
  constructor(private readonly employment: EndEmployment) {}

  @Get()
  @Allow('welder.read')
  @ApiOperation({ summary: 'Where the welder works and worked, and the open permits that name them there' })
  async list(@CurrentRequest() request: Request, @Param('id') id: string): Promise<Employments> {
    return answer(await this.employment.list(request, id));
  }

  @Post('end')
  @HttpCode(200)
  @Allow('employment.end')
  @ApiOperation({ summary: 'Ends an employment; open permits of the enterprise give the welder no power any more' })
  async end(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: EndEmploymentRequest,
  ): Promise<Employments> {
    return answer(await this.employment.end(request, id, body));
  }
}

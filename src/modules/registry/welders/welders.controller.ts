import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { FindWelders } from './find-welders';
import { RegisterWelder } from './register-welder';
import { RevealWelder } from './reveal-welder';
import {
  RegisterWelderRequest,
  RevealedWelder,
  RevealRequest,
  WelderPage,
  WelderQuery,
  WelderView,
} from './welder.dto';

@ApiTags('registry')
@Controller('welders')
export class WeldersController {
  constructor(
    private readonly register: RegisterWelder,
    private readonly find: FindWelders,
    private readonly reveal: RevealWelder,
  ) {}

  @Post()
  @Allow('welder.write')
  @ApiOperation({ summary: 'Registers a welder; self-employed without `enterpriseId`' })
  async create(@CurrentRequest() request: Request, @Body() body: RegisterWelderRequest): Promise<WelderView> {
    return answer(await this.register.execute(request, body));
  }

  @Get()
  @Allow('welder.read')
  @ApiOperation({ summary: 'Welders, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: WelderQuery): Promise<WelderPage> {
    return this.find.list(request, query);
  }

  @Get(':id')
  @Allow('welder.read')
  @ApiOperation({ summary: 'One welder, numbers masked' })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<WelderView> {
    return answer(await this.find.one(request, id));
  }

  @Post(':id/reveal')
  @HttpCode(200)
  @Allow('welder.reveal')
  @ApiOperation({ summary: 'The clear identity number and phone, for a reason that is kept in the audit trail' })
  async show(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { reason }: RevealRequest,
  ): Promise<RevealedWelder> {
    return answer(await this.reveal.execute(request, id, reason));
  }
}

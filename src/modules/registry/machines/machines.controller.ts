import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { MACHINE_COMMANDS } from '../../../domain/registry/machine-life-cycle';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { IfMatch } from '../../../platform/http/version';
import { Allow } from '../../identity/allow.decorator';
import { ChangeMachine } from './change-machine';
import { CommandMachine } from './command-machine';
import { FindMachines } from './find-machines';
import { ChangeMachineRequest, CommandMachineRequest, MachineQuery, RegisterMachineRequest } from './machine.dto';
import { MachinePage, MachineView } from './machine-view.dto';
import { RegisterMachine } from './register-machine';

@ApiTags('registry')
@Controller('machines')
export class MachinesController {
  constructor(
    private readonly register: RegisterMachine,
    private readonly change: ChangeMachine,
    private readonly commands: CommandMachine,
    private readonly find: FindMachines,
  ) {}

  @Post()
  @Allow('machine.write')
  @ApiOperation({ summary: 'Registers a machine; with `blankCode` it takes a code printed ahead' })
  async create(@CurrentRequest() request: Request, @Body() body: RegisterMachineRequest): Promise<MachineView> {
    return answer(await this.register.execute(request, body));
  }

  @Get()
  @Allow('machine.read')
  @ApiOperation({ summary: 'Machines, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: MachineQuery): Promise<MachinePage> {
    return this.find.list(request, query);
  }

  @Get(':id')
  @Allow('machine.read')
  @ApiOperation({ summary: 'One machine' })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<MachineView> {
    return answer(await this.find.one(request, id));
  }

  @Patch(':id')
  @Allow('machine.write')
  @ApiHeader({ name: 'if-match', required: false, description: 'the ETag it was read with' })
  @ApiOperation({ summary: 'Changes a machine; what decides by which rules it works, only with a photo of who saw it' })
  async patch(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @IfMatch() version: number | null,
    @Body() body: ChangeMachineRequest,
  ): Promise<MachineView> {
    return answer(await this.change.execute(request, id, version, body));
  }

  @Post(':id/commands/:command')
  @HttpCode(200)
  @Allow('machine.write')
  @ApiParam({ name: 'command', enum: MACHINE_COMMANDS })
  @ApiOperation({ summary: 'A step in its life; `suspend` and `resume` are the authority’s' })
  async command(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Param('command') command: string,
    @Body() { reason }: CommandMachineRequest,
  ): Promise<MachineView> {
    return answer(await this.commands.execute(request, id, command, reason));
  }
}

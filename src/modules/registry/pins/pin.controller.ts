import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { PinView, SetPinRequest } from './pin.dto';
import { SetPin } from './set-pin';

@ApiTags('me')
@Controller('me/pin')
export class PinController {
  constructor(private readonly setPin: SetPin) {}

  @Get()
  @Allow('self.read')
  @ApiOperation({ summary: 'Whether the signed-in welder has set a PIN' })
  find(@CurrentRequest() request: Request): Promise<PinView> {
    return this.setPin.find(request);
  }

  @Put()
  @Allow('self.write')
  @ApiOperation({
    summary:
      'Sets the PIN by which a welder confirms who is at the machine, for the password or a code by text message',
  })
  async set(@CurrentRequest() request: Request, @Body() body: SetPinRequest): Promise<PinView> {
    return answer(await this.setPin.execute(request, body));
  }
}

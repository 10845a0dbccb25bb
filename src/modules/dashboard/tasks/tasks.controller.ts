import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { Allow } from '../../identity/allow.decorator';
import { FindTasks } from './find-tasks';
import { TaskList, TaskQuery } from './task.dto';

@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(private readonly tasks: FindTasks) {}

  @Get()
  @Allow('self.read')
  @ApiOperation({ summary: '今日要办: what waits for the caller, the most urgent first' })
  list(@CurrentRequest() request: Request, @Query() _: TaskQuery): Promise<TaskList> {
    return this.tasks.execute(request);
  }
}

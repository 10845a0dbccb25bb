import { answered, api, type Schemas } from './client';

export type Task = Schemas['TaskView'];
export type OwnFigures = Schemas['OwnFigures'];

/** What waits for whoever is signed in, the most urgent first. */
export const myTasks = () => answered(api.GET('/api/v1/tasks', { params: { query: { mine: true } } }));
/** A welder's own work. */
export const ownFigures = () => answered(api.GET('/api/v1/statistics/mine'));

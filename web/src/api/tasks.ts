import { answered, api } from './client';

/** What waits for whoever is signed in, the most urgent first. */
export const myTasks = () => answered(api.GET('/api/v1/tasks', { params: { query: { mine: true } } }));
/** A welder's own work. */
export const ownFigures = () => answered(api.GET('/api/v1/statistics/mine'));

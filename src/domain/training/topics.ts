/** What a question of the bank is about. */
export const TRAINING_TOPICS = ['hot-work', 'gas', 'electric', 'fire', 'law', 'protection'] as const;
export type TrainingTopic = (typeof TRAINING_TOPICS)[number];

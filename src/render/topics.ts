/** What help and completion can be asked for. By itself, so that a list of articles loads neither. */

export const helpTopics = ['keys', 'format', 'query'] as const;
export type HelpTopic = (typeof helpTopics)[number];

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

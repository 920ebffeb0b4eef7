/**
 * All roles there are, from the one that everyone has to the most specific;
 * configuration binds them to groups, it does not invent others.
 */
export const roleNames = [
  'developer',
  'team-lead',
  'platform-coach',
  'platform-pm',
  'platform-engineer',
  'admin',
] as const;

export type RoleName = (typeof roleNames)[number];

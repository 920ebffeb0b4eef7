export type * from './facts';
export * from './derived';

import type { ProfileBlueprint } from '../blueprint';
import { CORE_AREAS } from './core';
import { PAYMENT_AREAS } from './payments';
import { RETAIL_AREAS } from './retail';

/** Harbour Bank: a universal bank with 2.4 million customers, 1,500 engineers. */
export const BANK: ProfileBlueprint = {
  slug: 'harbour',
  name: 'Harbour Bank',
  description:
    'Universal bank for people and businesses, with 2.4 million customers in five countries.',
  emailDomain: 'harbourbank.example',
  engineers: 1500,
  services: 420,
  age: 18,
  platformPms: 4,
  platformCoaches: 6,
  areas: [...RETAIL_AREAS, ...PAYMENT_AREAS, ...CORE_AREAS],
};

import { Knex } from 'knex';

/** Lets the schedule ask all repositories that failed again. */
export async function clearRetries(knex: Knex): Promise<void> {
  await knex('repository').whereNotNull('retry_at').update({ retry_at: null });
}

import type { Knex } from 'knex';
import { execute, query } from '../query';

/** A type of Postgres for each column; the first is the key. */
type Columns<Row> = Record<keyof Row & string, string>;

/** One of the three tables of facts: reads and writes whole rows, many at a time. */
export class FactTable<Row extends object> {
  readonly #table: string;
  readonly #columns: Columns<Row>;
  readonly #names: (keyof Row & string)[];

  constructor(table: string, columns: Columns<Row>) {
    this.#table = table;
    this.#columns = columns;
    this.#names = Object.keys(columns) as (keyof Row & string)[];
  }

  idOf(row: Row): string {
    return String(row[this.#names[0]]);
  }

  /** By id. */
  async select(
    tx: Knex.Transaction,
    ids: readonly string[],
  ): Promise<Map<string, Row>> {
    const rows = await query<Row>(
      tx,
      `SELECT ${this.#names.join(', ')} FROM ${this.#table} WHERE ${
        this.#names[0]
      } = ANY(?::uuid[])`,
      [ids],
    );
    return new Map(rows.map(row => [this.idOf(row), row]));
  }

  /** Whether two rows say the same. */
  isSame(one: Row, other: Row): boolean {
    return this.#names.every(
      name => JSON.stringify(one[name]) === JSON.stringify(other[name]),
    );
  }

  async upsert(tx: Knex.Transaction, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) {
      return;
    }
    const [key, ...rest] = this.#names;
    const names = this.#names.join(', ');
    const record = this.#names.map(name => `${name} ${this.#columns[name]}`);
    await execute(
      tx,
      `INSERT INTO ${this.#table} (${names})
       SELECT ${names} FROM json_to_recordset(?::json) AS r(${record.join(
        ', ',
      )})
       ORDER BY ${key}
       ON CONFLICT (${key}) DO UPDATE SET ${rest
        .map(name => `${name} = excluded.${name}`)
        .join(', ')}`,
      [JSON.stringify(rows)],
    );
  }

  async delete(tx: Knex.Transaction, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) {
      await execute(
        tx,
        `DELETE FROM ${this.#table} WHERE ${this.#names[0]} = ANY(?::uuid[])`,
        [ids],
      );
    }
  }
}

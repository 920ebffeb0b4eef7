import type { Knex } from 'knex';
import { execute, query } from '../query';

type Columns<Row> = Record<keyof Row & string, string>;

/** What has to be written, so that a table says what was derived. */
export interface RowDiff<Row> {
  added: Row[];
  removed: Row[];
}

/** One of the three tables of what follows from the facts. */
export class DerivedTable<Row extends { service: string }> {
  readonly #table: string;
  readonly #key: readonly (keyof Row & string)[];
  readonly #columns: Columns<Row>;
  readonly #names: (keyof Row & string)[];

  constructor(
    table: string,
    key: readonly (keyof Row & string)[],
    columns: Columns<Row>,
  ) {
    this.#table = table;
    this.#key = key;
    this.#columns = columns;
    this.#names = Object.keys(columns) as (keyof Row & string)[];
  }

  keyOf(row: Row): string {
    return this.#key.map(name => String(row[name])).join(' ');
  }

  async selectOf(knex: Knex, services: readonly string[]): Promise<Row[]> {
    return query<Row>(
      knex,
      `SELECT ${this.#names.join(', ')} FROM ${
        this.#table
      } WHERE service = ANY(?::text[])`,
      [services],
    );
  }

  /** Rows of services since a time, by the column that says when they were. */
  async selectSince(
    knex: Knex,
    windows: readonly { service: string; start: Date }[],
    column: keyof Row & string,
  ): Promise<Row[]> {
    const names = this.#names.map(name => `t.${name}`).join(', ');
    return query<Row>(
      knex,
      `SELECT ${names} FROM json_to_recordset(?::json) AS w(service text, start timestamptz)
       JOIN ${
         this.#table
       } AS t ON t.service = w.service AND t.${column} >= w.start`,
      [JSON.stringify(windows)],
    );
  }

  /** Rows of given things in given services. */
  async selectByKey(
    knex: Knex,
    keys: readonly { id: string; service: string }[],
  ): Promise<Row[]> {
    const names = this.#names.map(name => `t.${name}`).join(', ');
    return query<Row>(
      knex,
      `SELECT ${names} FROM json_to_recordset(?::json) AS k(id uuid, service text)
       JOIN ${this.#table} AS t ON t.${
        this.#key[0]
      } = k.id AND t.service = k.service`,
      [JSON.stringify(keys)],
    );
  }

  /** Rows that differ, as they were and as they are now. */
  diff(before: readonly Row[], after: readonly Row[]): RowDiff<Row> {
    const old = new Map(before.map(row => [this.keyOf(row), row]));
    const added: Row[] = [];
    const removed: Row[] = [];
    for (const row of after) {
      const key = this.keyOf(row);
      const known = old.get(key);
      old.delete(key);
      if (!known) {
        added.push(row);
      } else if (!this.#isSame(known, row)) {
        added.push(row);
        removed.push(known);
      }
    }
    removed.push(...old.values());
    return { added, removed };
  }

  async write(tx: Knex.Transaction, diff: RowDiff<Row>): Promise<void> {
    const kept = new Set(diff.added.map(row => this.keyOf(row)));
    await this.#delete(
      tx,
      diff.removed.filter(row => !kept.has(this.keyOf(row))),
    );
    await this.#upsert(tx, diff.added);
  }

  #isSame(one: Row, other: Row): boolean {
    return this.#names.every(name => {
      const a = one[name];
      const b = other[name];
      return a instanceof Date && b instanceof Date
        ? a.getTime() === b.getTime()
        : a === b;
    });
  }

  #record(names: readonly (keyof Row & string)[]): string {
    const columns = names.map(name => `${name} ${this.#columns[name]}`);
    return `AS r(${columns.join(', ')})`;
  }

  async #upsert(tx: Knex.Transaction, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) {
      return;
    }
    const names = this.#names.join(', ');
    const rest = this.#names.filter(name => !this.#key.includes(name));
    await execute(
      tx,
      `INSERT INTO ${this.#table} (${names})
       SELECT ${names} FROM json_to_recordset(?::json) ${this.#record(
        this.#names,
      )}
       ON CONFLICT (${this.#key.join(', ')}) DO UPDATE SET ${rest
        .map(name => `${name} = excluded.${name}`)
        .join(', ')}`,
      [JSON.stringify(rows)],
    );
  }

  async #delete(tx: Knex.Transaction, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) {
      return;
    }
    const keys = rows.map(row =>
      Object.fromEntries(this.#key.map(name => [name, row[name]])),
    );
    const same = this.#key.map(name => `t.${name} = r.${name}`).join(' AND ');
    await execute(
      tx,
      `DELETE FROM ${this.#table} AS t
       USING json_to_recordset(?::json) ${this.#record(
         this.#key,
       )} WHERE ${same}`,
      [JSON.stringify(keys)],
    );
  }
}

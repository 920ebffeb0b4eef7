import type { Pool } from 'pg';
import type { NewTask, Task, TaskStatus } from '../../contract/task.ts';
import type { Page, PageRequest, TaskStore } from './TaskStore.ts';

interface TaskRow {
  id: string;
  position: string;
  title: string;
  due_on: string | null;
  created_at: Date;
  completed_at: Date | null;
}

/** A day is read as text: the driver would turn it into midnight of the server's time zone. */
const COLUMNS =
  'id, position, title, due_on::text AS due_on, created_at, completed_at';

const CONDITIONS: Record<TaskStatus, string> = {
  open: 'completed_at IS NULL',
  done: 'completed_at IS NOT NULL',
  all: 'true',
};

function toTask(row: TaskRow): Task {
  return {
    id: row.id,
    title: row.title,
    dueOn: row.due_on,
    createdAt: row.created_at.toISOString(),
    completedAt: row.completed_at?.toISOString() ?? null,
  };
}

export class PostgresTaskStore implements TaskStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Pages are cut by position, so that tasks created meanwhile neither shift nor repeat them. */
  async list({ status, limit, before }: PageRequest): Promise<Page> {
    const { rows } = await this.#pool.query<TaskRow>(
      `SELECT ${COLUMNS}
         FROM task
        WHERE ${CONDITIONS[status]}
          AND ($1::bigint IS NULL OR position < $1)
        ORDER BY position DESC
        LIMIT $2`,
      [before?.toString() ?? null, limit + 1],
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(toTask),
      next: last && rows.length > limit ? BigInt(last.position) : undefined,
    };
  }

  /**
   * The update that changes nothing makes a repeated request return the row that is there, even
   * when both arrive at the same time; `xmax` is 0 only for a row that this statement inserted.
   */
  async create({ title, dueOn }: NewTask, requestKey?: string) {
    const { rows } = await this.#pool.query<TaskRow & { created: boolean }>(
      `INSERT INTO task (title, due_on, request_key)
       VALUES ($1, $2, $3)
       ON CONFLICT (request_key) DO UPDATE SET request_key = excluded.request_key
       RETURNING ${COLUMNS}, (xmax = 0) AS created`,
      [title, dueOn, requestKey ?? null],
    );
    const [row] = rows;
    if (!row) throw new Error('The insert returned no row.');
    return { task: toTask(row), created: row.created };
  }

  async complete(id: string): Promise<Task | undefined> {
    const { rows } = await this.#pool.query<TaskRow>(
      `UPDATE task
          SET completed_at = coalesce(completed_at, now())
        WHERE id = $1
        RETURNING ${COLUMNS}`,
      [id],
    );
    return rows[0] && toTask(rows[0]);
  }
}

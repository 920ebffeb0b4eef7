/** What upstream puts before the title: unread notifications. */
const UNREAD = /^\(\d+\)\s+/;

/** Pages name themselves `<page> | <portal>`. */
export function pageName(documentTitle: string): string {
  return documentTitle.replace(UNREAD, '').split(' | ')[0];
}

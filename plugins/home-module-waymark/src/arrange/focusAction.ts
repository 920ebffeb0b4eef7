/**
 * Keeps the focus on what was pressed: the list is drawn anew, perhaps in the
 * other column. Where that button can do no more, the focus is on the item.
 */
export function focusAction(id: string, name: string) {
  requestAnimationFrame(() => {
    // The item first, so that its list knows where the focus is; a list that
    // does not would move it to its first item.
    find('data-widget', id)?.focus();
    requestAnimationFrame(() => {
      const button = find('data-action', `${id} ${name}`);
      if (button && !button.hasAttribute('disabled')) {
        button.focus();
      }
    });
  });
}

function find(attribute: string, value: string) {
  return document.querySelector<HTMLElement>(
    `[${attribute}=${JSON.stringify(value)}]`,
  );
}

/**
 * Keeps the focus on what was pressed: the list is drawn anew, perhaps in the
 * other column. Where that button can do no more, the focus is on the item.
 */
export function focusAction(id: string, name: string) {
  requestAnimationFrame(() => {
    const find = (selector: string) =>
      document.querySelector<HTMLElement>(selector);
    const button = find(`[data-action="${CSS.escape(`${id} ${name}`)}"]`);
    const isUsable = button && !button.hasAttribute('disabled');
    (isUsable ? button : find(`[data-widget="${CSS.escape(id)}"]`))?.focus();
  });
}

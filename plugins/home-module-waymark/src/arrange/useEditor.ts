import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useReducer, useState } from 'react';
import { columnOf, keepOnly, type Arrangement } from '../domain/arrangement';
import { reduceEditor, startEditor, type EditorAction } from '../domain/editor';
import { stepOf, type Step } from '../domain/steps';
import { titleOf, type Widget } from '../layout/widgetInfo';
import { homeTranslationRef } from '../translation';

/** What came of an edit, for those who do not see it. */
interface Announcement {
  text: string;
  /** Grows, so that the same words are read again. */
  count: number;
}

/** An arrangement being changed; says aloud what each change did. */
export function useEditor(options: {
  start: Arrangement;
  widgets: ReadonlyMap<string, Widget>;
}) {
  const { start, widgets } = options;
  const { t } = useTranslationRef(homeTranslationRef);
  const [editor, dispatch] = useReducer(reduceEditor, start, startEditor);
  const [announcement, setAnnouncement] = useState<Announcement>({
    text: '',
    count: 0,
  });
  const isVisible = (id: string) => widgets.has(id);
  const columnName = {
    main: t('arrange.said.main'),
    side: t('arrange.said.side'),
  };

  const say = (text: string) =>
    setAnnouncement(({ count }) => ({ text, count: count + 1 }));

  const describe = (action: EditorAction): string => {
    if (action.type === 'undo') {
      return t('arrange.said.undone');
    }
    const widget = widgets.get(action.id);
    const title = widget ? titleOf(widget) : action.id;
    if (action.type === 'remove') {
      return t('arrange.said.removed', { title });
    }
    if (action.type === 'resize') {
      return action.width === 'half'
        ? t('arrange.said.half', { title })
        : t('arrange.said.full', { title });
    }
    if (action.type === 'set') {
      return t('arrange.said.set', { title });
    }
    const after = keepOnly(reduceEditor(editor, action).current, isVisible);
    const column = columnOf(after, action.id) ?? 'main';
    const position = after[column].findIndex(({ id }) => id === action.id) + 1;
    const place = {
      title,
      column: columnName[column],
      position: String(position),
      total: String(after[column].length),
    };
    return action.type === 'add'
      ? t('arrange.said.added', place)
      : t('arrange.said.moved', place);
  };

  const edit = (action: EditorAction) => {
    say(describe(action));
    dispatch(action);
  };

  return {
    current: editor.current,
    visible: keepOnly(editor.current, isVisible),
    canUndo: editor.past.length > 0,
    announcement,
    edit,
    /** The edit that a step makes, or undefined where there is no way further. */
    step: (id: string, step: Step) =>
      stepOf(editor.current, { id, step, isVisible }),
  };
}

export type EditorHandle = ReturnType<typeof useEditor>;

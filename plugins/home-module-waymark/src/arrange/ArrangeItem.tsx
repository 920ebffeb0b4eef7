import type { ReactElement } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Tooltip, TooltipTrigger } from '@backstage/ui';
import {
  RiArrowDownLine,
  RiArrowLeftLine,
  RiArrowRightLine,
  RiArrowUpLine,
  RiDeleteBinLine,
  RiDraggable,
  RiLayoutColumnLine,
  RiSettings3Line,
  RiSquareLine,
} from '@remixicon/react';
import { Button, GridListItem } from 'react-aria-components';
import type { Column, PlacedWidget } from '../domain/arrangement';
import type { Step } from '../domain/steps';
import { columnsFor, widthsFor, type Widget } from '../layout/widgetInfo';
import { homeTranslationRef } from '../translation';
import styles from './ArrangeMode.module.css';
import { focusAction } from './focusAction';
import type { EditorHandle } from './useEditor';

interface ArrangeItemProps {
  placed: PlacedWidget;
  column: Column;
  title: string;
  widget: Widget;
  editor: EditorHandle;
  onSettings(id: string): void;
}

/** A widget in the plan, with everything that can be done to it. */
export function ArrangeItem(props: ArrangeItemProps) {
  const { placed, column, title, widget, editor, onSettings } = props;
  const { t } = useTranslationRef(homeTranslationRef);
  const { id, width } = placed;
  const isHalf = width === 'half';

  const act = (name: string, run: () => void) => () => {
    run();
    focusAction(id, name);
  };
  const step = (name: Step) => {
    const edit = editor.step(id, name);
    return {
      isDisabled: edit === undefined,
      onPress: act(name, () => edit && editor.edit(edit)),
    };
  };
  const action = (
    name: string,
    label: string,
    icon: ReactElement,
    state: { isDisabled?: boolean; onPress(): void },
  ) => (
    <TooltipTrigger>
      <ButtonIcon
        data-action={`${id} ${name}`}
        aria-label={label}
        size="small"
        variant="tertiary"
        icon={icon}
        {...state}
      />
      <Tooltip>{label}</Tooltip>
    </TooltipTrigger>
  );

  return (
    <GridListItem
      id={id}
      textValue={title}
      className={styles.item}
      data-width={width}
      data-widget={id}
    >
      <div className={styles.itemHead}>
        <Button
          slot="drag"
          className={styles.handle}
          aria-label={t('arrange.drag', { title })}
        >
          <RiDraggable size={18} aria-hidden />
        </Button>
        <div className={styles.itemText}>
          <div className={styles.itemTitle}>{title}</div>
          {widget.description && (
            <div className={styles.itemDescription}>{widget.description}</div>
          )}
        </div>
      </div>
      <div className={styles.actions}>
        {action(
          'up',
          t('arrange.up', { title }),
          <RiArrowUpLine />,
          step('up'),
        )}
        {action(
          'down',
          t('arrange.down', { title }),
          <RiArrowDownLine />,
          step('down'),
        )}
        {columnsFor(widget).length > 1 &&
          (column === 'main'
            ? action(
                'across',
                t('arrange.toSide', { title }),
                <RiArrowRightLine />,
                step('across'),
              )
            : action(
                'across',
                t('arrange.toMain', { title }),
                <RiArrowLeftLine />,
                step('across'),
              ))}
        {column === 'main' &&
          widthsFor(widget).length > 1 &&
          action(
            'width',
            isHalf
              ? t('arrange.full', { title })
              : t('arrange.half', { title }),
            isHalf ? <RiSquareLine /> : <RiLayoutColumnLine />,
            {
              onPress: act('width', () =>
                editor.edit({
                  type: 'resize',
                  id,
                  width: isHalf ? 'full' : 'half',
                }),
              ),
            },
          )}
        {widget.settings?.schema &&
          action(
            'settings',
            t('arrange.settings', { title }),
            <RiSettings3Line />,
            { onPress: () => onSettings(id) },
          )}
        {action('remove', t('arrange.remove', { title }), <RiDeleteBinLine />, {
          onPress: () => editor.edit({ type: 'remove', id }),
        })}
      </div>
    </GridListItem>
  );
}

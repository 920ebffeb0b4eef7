import { ButtonLink } from '@backstage/ui';
import { EmptyState } from '@waymark/query-react';
import styles from './WidgetEmpty.module.css';

interface WidgetEmptyProps {
  title: string;
  description: string;
  href?: string;
  linkText?: string;
}

/** Nothing yet, and what to do about it. */
export function WidgetEmpty(props: WidgetEmptyProps) {
  const { title, description, href, linkText } = props;
  return (
    <div className={styles.empty}>
      <EmptyState
        title={title}
        description={description}
        action={
          href &&
          linkText && (
            <ButtonLink href={href} variant="secondary">
              {linkText}
            </ButtonLink>
          )
        }
      />
    </div>
  );
}

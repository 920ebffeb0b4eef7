import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Avatar, Badge, Link } from '@backstage/ui';
import { QueryState } from '@waymark/query-react';
import { useLinks } from '../../links/useLinks';
import type { Team } from '../../me/useMe';
import { homeTranslationRef } from '../../translation';
import { useTeamComponents } from '../serviceGaps/useTeamComponents';
import widget from '../widget.module.css';
import { WidgetFooter } from '../WidgetFooter';
import styles from './TeamSection.module.css';
import { useMembers, type Member } from './useMembers';

const SHOWN_MEMBERS = 12;

/** One team: what it owns and how much of that needs care, and its people. */
export function TeamSection({ team }: { team: Team }) {
  const { t } = useTranslationRef(homeTranslationRef);
  const links = useLinks();
  const query = useMembers(team);
  const href = links.ref(team.ref);
  return (
    <div className={widget.section}>
      <h3 className={widget.heading}>
        {href ? <Link href={href}>{team.title}</Link> : team.title}
      </h3>
      <OpenItems team={team} />
      <QueryState query={query} label={t('team.members')}>
        {({ members, total }) => (
          <>
            <ul className={styles.members}>
              {members.slice(0, SHOWN_MEMBERS).map(member => (
                <MemberItem key={member.ref} member={member} />
              ))}
            </ul>
            <WidgetFooter
              href={href}
              linkText={t('team.all', { total: String(total) })}
              asOf={query.dataUpdatedAt}
            />
          </>
        )}
      </QueryState>
    </div>
  );
}

function OpenItems({ team }: { team: Team }) {
  const { t } = useTranslationRef(homeTranslationRef);
  const query = useTeamComponents([team.ref]);
  return (
    <QueryState query={query} label={t('team.openItems')}>
      {({ components, total }) => {
        const lacking = (gap: 'docs' | 'api') =>
          String(components.filter(({ gaps }) => gaps.includes(gap)).length);
        return (
          <p className={widget.lead}>
            {t('team.components', {
              total: String(total),
              docs: lacking('docs'),
              apis: lacking('api'),
            })}
          </p>
        );
      }}
    </QueryState>
  );
}

function MemberItem({ member }: { member: Member }) {
  const { t } = useTranslationRef(homeTranslationRef);
  const links = useLinks();
  const { name, picture, title, leads } = member;
  const href = links.ref(member.ref);
  return (
    <li className={styles.member}>
      <Avatar src={picture} name={name} size="medium" purpose="decoration" />
      <div className={widget.grow}>
        {href ? <Link href={href}>{name}</Link> : name}{' '}
        {leads && <Badge size="small">{t('team.lead')}</Badge>}
        {title && <div className={widget.description}>{title}</div>}
      </div>
    </li>
  );
}

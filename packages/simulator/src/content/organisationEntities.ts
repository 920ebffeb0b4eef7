import type {
  Area,
  Domain,
  Organisation,
  Person,
  RoleGroup,
  System,
  Team,
} from '../domain/types';
import { entity } from './entity';

export const userEntity = (person: Person) =>
  entity(
    'User',
    {
      name: person.username,
      annotations: {
        'waymark.dev/start-date': person.startDate,
        'waymark.dev/title': person.title,
      },
    },
    {
      profile: { displayName: person.displayName, email: person.email },
      memberOf: [person.group, ...person.roles],
    },
  );

const groupEntity = (
  group: { name: string; title: string; description: string; lead?: string },
  type: 'area' | 'team' | 'role',
  emailDomain: string,
  parent?: string,
) =>
  entity(
    'Group',
    {
      name: group.name,
      title: group.title,
      description: group.description,
      annotations: group.lead
        ? { 'waymark.dev/lead': `user:default/${group.lead}` }
        : {},
    },
    {
      type,
      profile: {
        displayName: group.title,
        email: `${group.name}@${emailDomain}`,
      },
      ...(parent ? { parent } : {}),
      children: [],
    },
  );

export const areaEntity = (area: Area, emailDomain: string) =>
  groupEntity(area, 'area', emailDomain);
export const teamEntity = (team: Team, emailDomain: string) =>
  groupEntity(team, 'team', emailDomain, team.area);
export const roleEntity = (group: RoleGroup, emailDomain: string) =>
  groupEntity(group, 'role', emailDomain);

export const domainEntity = ({ name, title, description, owner }: Domain) =>
  entity('Domain', { name, title, description }, { owner });

export const systemEntity = ({
  name,
  title,
  description,
  owner,
  domain,
  nouns,
}: System) =>
  entity(
    'System',
    { name, title, description, tags: nouns },
    { owner, domain },
  );

/** Location of everything else in its repository, by relative path. */
export const locationEntity = (
  { slug, name }: Pick<Organisation, 'slug' | 'name'>,
  subject: string,
  targets: string[],
) =>
  entity(
    'Location',
    {
      name: `${slug}-${subject}`,
      description: `The ${subject} of ${name}.`,
    },
    { type: 'url', targets },
  );

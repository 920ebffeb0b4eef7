import type { Source } from '@waymark/plugin-catalog-git-common';
import { useSource } from '../../hooks/useSource';
import styles from './FileView.module.css';
import { Markdown } from './Markdown';

type Directory = Extract<Source, { kind: 'directory' }>;

const README = /^readme\.(md|markdown)$/i;

/** The README of a folder, below its listing; nothing where there is none. */
export function Readme({ directory }: { directory: Directory }) {
  const entry = directory.entries.find(
    ({ name, type }) => type === 'file' && README.test(name),
  );
  return entry ? (
    <ReadmeFile
      repository={directory.repository}
      gitRef={directory.ref}
      path={entry.path}
    />
  ) : null;
}

interface ReadmeFileProps {
  repository: string;
  gitRef: string;
  path: string;
}

function ReadmeFile({ repository, gitRef, path }: ReadmeFileProps) {
  const { data } = useSource({ repository, ref: gitRef, path });
  if (data?.kind !== 'file' || data.text === null) {
    return null;
  }
  return (
    <section className={styles.frame} aria-label={path}>
      <Markdown file={data} text={data.text} />
    </section>
  );
}

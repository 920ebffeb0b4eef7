import { QueryState } from '@waymark/query-react';
import { Helmet } from 'react-helmet';
import { useSource } from '../../hooks/useSource';
import { useSourceLocation } from '../../hooks/useSourceLocation';
import { DirectoryListing } from './DirectoryListing';
import { FileView } from './FileView';
import { Readme } from './Readme';
import { SourceHeader } from './SourceHeader';
import styles from './SourceView.module.css';

/** The file or folder that the address names. */
export function SourceView() {
  const location = useSourceLocation();
  const query = useSource(location);
  const name = [location.repository, location.path].filter(Boolean).join('/');
  return (
    <QueryState query={query} label={name}>
      {source => (
        <div className={styles.stack}>
          <Helmet title={name} />
          <SourceHeader source={source} pathname={location.pathname} />
          {source.kind === 'file' ? (
            <FileView
              key={`${source.ref}:${source.path}`}
              file={source}
              lines={location.lines}
            />
          ) : (
            <>
              <DirectoryListing directory={source} />
              <Readme directory={source} />
            </>
          )}
        </div>
      )}
    </QueryState>
  );
}

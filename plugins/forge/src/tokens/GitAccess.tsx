import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Container, Flex, Text } from '@backstage/ui';
import { EmptyState, QueryProvider, QueryState } from '@waymark/query-react';
import { useState } from 'react';
import { forgeTranslationRef } from '../translation';
import { NewToken } from './NewToken';
import { TokenTable } from './TokenTable';
import { useTokens } from './useTokens';

function Tokens() {
  const { t } = useTranslationRef(forgeTranslationRef);
  const query = useTokens();
  const [isMaking, setIsMaking] = useState(false);
  return (
    <Container>
      <Flex direction="column" gap="4">
        <Text as="h2" variant="title-small">
          {t('title')}
        </Text>
        <Text>{t('intro')}</Text>
        <div>
          <Button variant="primary" onPress={() => setIsMaking(true)}>
            {t('new')}
          </Button>
        </div>
        <QueryState query={query} label={t('loading')}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t('empty')} description={t('emptyDetail')} />
            ) : (
              <TokenTable tokens={items} now={new Date()} />
            )
          }
        </QueryState>
      </Flex>
      {isMaking && <NewToken onClose={() => setIsMaking(false)} />}
    </Container>
  );
}

/** The settings page: access tokens for Git. */
export function GitAccess() {
  return (
    <QueryProvider>
      <Tokens />
    </QueryProvider>
  );
}

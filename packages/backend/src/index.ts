import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

// The portal itself: frontend, health, events between replicas, messages to people
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@waymark/health-node'));
backend.add(import('@waymark/replica-node'));
backend.add(import('@waymark/machine-auth-node'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@waymark/plugin-events-backend-module-webhooks'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-proxy-backend'));

// Who is there, and what they may do
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-github-provider'));
backend.add(import('@backstage/plugin-auth-backend-module-gitlab-provider'));
backend.add(import('@backstage/plugin-auth-backend-module-microsoft-provider'));
backend.add(import('@backstage/plugin-auth-backend-module-oidc-provider'));
backend.add(import('@waymark/plugin-auth-backend-module-example'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@waymark/plugin-permission-backend-module-waymark'));

// Software catalog, read from Git and its hosts
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-catalog-backend-module-unprocessed'));
backend.add(import('@waymark/plugin-catalog-git-backend'));
backend.add(import('@waymark/plugin-catalog-backend-module-git'));
// Silent until they are configured
backend.add(import('@waymark/plugin-catalog-backend-module-github'));
backend.add(import('@waymark/plugin-catalog-backend-module-gitlab'));

// Software delivery performance
backend.add(import('@waymark/plugin-dora-backend'));

// Golden paths, and the forge that holds what comes of them
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-gitea'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-gitlab'));
backend.add(import('@waymark/plugin-scaffolder-backend-module-golden-paths'));
backend.add(import('@waymark/plugin-forge-backend'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);

// Documentation and search
backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(import('@waymark/plugin-techdocs-backend-module-prebuild'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@waymark/plugin-search-backend-module-waymark'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));

// For those who run the portal, and for machines
backend.add(import('@backstage/plugin-devtools-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.start().catch(error => {
  // Backstage would stay, answer nothing and be taken for slow. Whoever runs it starts it again.
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});

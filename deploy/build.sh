#!/bin/sh
# Builds what the image holds, in a checkout whose dependencies are installed:
# packages/backend/dist/{skeleton,bundle}.tar.gz, with the frontend inside.
# The Dockerfile and `npm run rehearse` both run this.
set -eu
cd "$(dirname "$0")/.."

yarn() {
  node .yarn/releases/yarn-4.18.1.cjs "$@"
}

yarn tsc
yarn workspace @waymark/backend build

#!/bin/sh
# Lays out the server in an empty folder: code, production dependencies, configuration.
# Needs what build.sh made. The Dockerfile and `npm run rehearse` both run this.
set -eu
if [ $# -ne 1 ]; then
  echo "usage: deploy/assemble.sh <empty folder>" >&2
  exit 2
fi
cd "$(dirname "$0")/.."
target=$1

mkdir -p "$target/.yarn"
cp -R .yarn/releases "$target/.yarn/releases"
cp .yarnrc.yml package.json yarn.lock backstage.json "$target/"

# Manifests first: the versions come from yarn.lock, development dependencies stay away.
tar -xzf packages/backend/dist/skeleton.tar.gz -C "$target"
(cd "$target" && node .yarn/releases/yarn-4.18.1.cjs workspaces focus @waymark/backend --production)
tar -xzf packages/backend/dist/bundle.tar.gz -C "$target"

cp app-config.yaml app-config.production.yaml deploy/healthcheck.mjs "$target/"
cp -R config "$target/config"

# Nothing is installed while the portal runs; yarn.lock stays, because the page for platform engineers
# tells versions by it.
rm -rf "$target/.yarn" "$target/.yarnrc.yml"

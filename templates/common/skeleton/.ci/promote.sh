#!/bin/sh
# Writes the version of an environment into its overlay and pushes that; Argo CD does the rest.
# Usage: .ci/promote.sh <dev|staging|production> <version>
set -eu

environment=$1
version=$2
overlay="deploy/overlays/$environment/kustomization.yaml"

git config user.name 'release'
git config user.email 'release@users.noreply.invalid'
# Another release may push in between: begin anew on what is there then.
for attempt in 1 2 3 4 5; do
  git fetch --quiet origin main
  git checkout --quiet --force -B release-commit FETCH_HEAD
  sed -i "s|^    newTag: .*|    newTag: '$version'|" "$overlay"
  if git diff --quiet; then
    echo "$environment already has version $version"
    exit 0
  fi
  git commit --quiet --message "chore(release): $version to $environment [skip ci]" -- "$overlay"
  if git push --quiet origin HEAD:main; then
    echo "$environment gets version $version"
    exit 0
  fi
  sleep "$attempt"
done
echo "could not push the release of $version to $environment: is main protected against this job?" >&2
exit 1

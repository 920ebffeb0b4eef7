#!/bin/sh
# Tells the portal of a deployment, with the identity token of this job as proof of who reports.
# Usage: WAYMARK_TOKEN=... .ci/report-deployment.sh <environment> <commit> <id of the run> <address of the run>
# An answer other than 2xx is printed and fails the step: a silent gap in the figures is worse.
set -eu
. ./.ci/service.env

environment=$1
commit=$2
run=$3
url=$4

curl --silent --show-error --fail-with-body --max-time 20 --retry 3 --retry-connrefused \
  "$WAYMARK_URL/api/dora/events" \
  --header "Authorization: Bearer $WAYMARK_TOKEN" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{
  "context": {
    "specversion": "0.5.1",
    "id": "$run-$environment",
    "source": "/ci/$SERVICE_REF",
    "type": "dev.cdevents.service.deployed.0.3.0",
    "timestamp": "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
  },
  "subject": { "id": "$SERVICE_REF", "content": { "environment": { "id": "$environment" } } },
  "customData": { "commitSha": "$commit", "version": "$commit", "runUrl": "$url" }
}
JSON

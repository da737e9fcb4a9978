#!/usr/bin/env bash
# Sends a small document through a deployed system: upload, wait until it is read, read its number, delete it.
#   scripts/smoke.sh ENV
set -euo pipefail
source "$(dirname "$0")/lib.sh"

need az curl
take_environment "${1:-}"
app=$(output appName) endpoint=$(output endpoint)
key=$(az functionapp keys list --resource-group "$group" --name "$app" --query functionKeys.default --output tsv)
name=smoke-test/$(date -u +%Y%m%dT%H%M%SZ).txt

# The key goes by a file: arguments can be seen by every user of a machine.
headers=$(mktemp)
trap 'rm -f "$headers"' EXIT
printf 'x-functions-key: %s\n' "$key" > "$headers"
call() {
  curl --silent --show-error --fail-with-body --max-time 60 --retry 5 --retry-all-errors --header "@$headers" "$@"
}

echo "== Smoke test with $name"
call --request GET "$endpoint/api/v1/health" >/dev/null
answer=$(call --request PUT --header 'Content-Type: text/plain; charset=utf-8' --data-binary @"$repository/scripts/smoke.txt" "$endpoint/api/v1/documents/$name")
id=$(sed -n 's/.*"id":"\([0-9a-f]\{32\}\)".*/\1/p' <<< "$answer")
[ -n "$id" ] || fail "The upload was not answered with an id: $answer"

record=""
for ((attempt = 1; attempt <= ${ICT_ATTEMPTS:-60}; attempt++)); do
  record=$(call --request GET "$endpoint/api/v1/documents/$id" 2>/dev/null || true)
  [[ $record == *'"status":"extracted"'* ]] && break
  [[ $record == *'"status":"rejected"'* || $record == *'"status":"failed"'* ]] && fail "The document was not read: $record"
  sleep "${ICT_PAUSE:-5}"
done
found=false
[[ $record == *'"status":"extracted"'* && $record == *'"value":1422'* ]] && found=true
call --request DELETE "$endpoint/api/v1/documents/$id" >/dev/null
$found || fail "The document was not read in time, or its number 1422 was not found. Look at docs/operations.md, waiting-documents. Last answer: $record"
echo "The document was read, its number was found, and it was deleted again."

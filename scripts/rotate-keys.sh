#!/usr/bin/env bash
# Replaces the keys of a deployed app by new ones: that of the API, the master key, and that by which events come.
#   scripts/rotate-keys.sh ENV
# There are no other keys: storage and telemetry know identities only.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

need az
take_environment "${1:-}"
app=$(output appName)
set_key() {
  az functionapp keys set --resource-group "$group" --name "$app" --key-type "$1" --key-name "$2" --output none
}

set_key functionKeys default
let_key_read "$app"
set_key masterKey master
# A subscription keeps the address it was made with. What comes meanwhile is found by the sweep.
az eventgrid system-topic event-subscription delete --resource-group "$group" --system-topic-name "$(output topicName)" --name ingest-document --yes
set_key systemKeys blobs_extension
subscribe "$app"
echo "The keys are new. Give people the new one: az functionapp keys list --resource-group $group --name $app --query functionKeys.default"

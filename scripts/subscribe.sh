#!/usr/bin/env bash
# The second step of `azd up`: sends the events of new documents to the deployed code, and lets its key read. azd gives the names as variables.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

need az
: "${AZURE_ENV_NAME:?is set by azd}" "${AZURE_RESOURCE_GROUP:?is set by azd}"
environment=$AZURE_ENV_NAME group=$AZURE_RESOURCE_GROUP
# azd keeps the outputs of bicep/main.bicep as variables of their names.
output() {
  printf '%s' "${!1:?is an output of bicep/main.bicep; run azd provision}"
}
app=$(output appName)
subscribe "$app"
let_key_read "$app"

#!/usr/bin/env bash
# Deletes an environment with all its data. What was deleted cannot be brought back: take a backup first (docs/operations.md).
#   scripts/destroy.sh ENV [--yes]
set -euo pipefail
source "$(dirname "$0")/lib.sh"

need az
take_environment "${1:-}"
system=$(az group show --name "$group" --query tags.system --output tsv 2>/dev/null || true)
[ "$system" = serverless-ict ] || fail "The group $group is not there, or was not made by scripts/deploy.sh (its tag system is '$system'). Nothing was deleted."
if [ "${2:-}" != --yes ]; then
  az resource list --resource-group "$group" --query '[].{name:name, type:type}' --output table
  read -r -p "Delete all of this for good? Type the name of the environment: " answer
  [ "$answer" = "$environment" ] || fail "Nothing was deleted."
fi
az group delete --name "$group" --yes
echo "The group $group is gone."

#!/usr/bin/env bash
# Brings the whole system up in the subscription that az is signed in to, or brings it up to date.
#   scripts/deploy.sh ENV [--yes] [NAME=VALUE …]
# ENV names the environment. --yes asks nothing. NAME=VALUE are parameters of bicep/main.bicep.
# ICT_LOCATION (default southeastasia) and ICT_RESOURCE_GROUP (default rg-ict-ENV) say where.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

need az dotnet zip curl
take_environment "${1:-}"
shift
ask=true parameters=(environmentName="$environment")
for argument in "$@"; do
  case $argument in
    --yes) ask=false ;;
    *=*) parameters+=("$argument") ;;
    *) fail "'$argument' is not understood: --yes, or NAME=VALUE for a parameter of bicep/main.bicep." ;;
  esac
done
location=${ICT_LOCATION:-southeastasia}

echo "== What will change in $group"
az group create --name "$group" --location "$location" --tags system=serverless-ict environment="$environment" --output none
az deployment group what-if --resource-group "$group" --template-file "$repository/bicep/main.bicep" --parameters "${parameters[@]}"
if $ask; then
  read -r -p "Go on? [y/N] " answer
  [[ $answer == [yY]* ]] || fail "Nothing was changed but the empty group $group."
fi

echo "== Resources"
az deployment group create --resource-group "$group" --name "ict-$environment" --template-file "$repository/bicep/main.bicep" \
  --parameters "${parameters[@]}" --output none
app=$(output appName)

echo "== Code"
package=$repository/artifacts/app
"$repository/scripts/build.sh"
# The whole folder, with .azurefunctions, which begins with a dot.
rm -f "$package.zip"
(cd "$package" && zip -qr "$package.zip" .)
az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$package.zip" --output none

echo "== Events"
subscribe "$app"

echo "== Keys"
let_key_read "$app"

"$repository/scripts/smoke.sh" "$environment"
echo "The API answers at $(output endpoint)/api/v1. Documents go into the container articles of $(output storageAccountName)."

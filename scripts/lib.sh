# Shared by the deployment scripts: names, outputs, keys. Sourced, not run.

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

fail() {
  echo "$*" >&2
  exit 1
}

need() {
  for tool in "$@"; do
    command -v "$tool" >/dev/null || fail "$tool is not installed. Deployment needs the Azure CLI (az), the .NET 10 SDK (dotnet), zip and curl."
  done
}

# The environment's name and the group that holds it.
take_environment() {
  environment=${1:-}
  [[ $environment =~ ^[a-z0-9]{3,12}$ ]] || fail "Name the environment: 3 to 12 lower-case letters and digits, for example: $(basename "$0") dev"
  group=${ICT_RESOURCE_GROUP:-rg-ict-$environment}
  az account show --query id --output tsv >/dev/null || fail "Nobody is signed in. Run: az login"
}

# One output of the deployment of bicep/main.bicep.
output() {
  az deployment group show --resource-group "$group" --name "ict-$environment" --query "properties.outputs.$1.value" --output tsv
}

# The second step: the webhook's key is there only some time after the code.
subscribe() {
  local app=$1 key="" attempt
  for ((attempt = 1; attempt <= ${ICT_ATTEMPTS:-30}; attempt++)); do
    key=$(az functionapp keys list --resource-group "$group" --name "$app" --query systemKeys.blobs_extension --output tsv 2>/dev/null || true)
    [ -n "$key" ] && [ "$key" != None ] && break
    sleep "${ICT_PAUSE:-10}"
  done
  [ -n "$key" ] && [ "$key" != None ] || fail "The app $app has no key for events (blobs_extension). Did its code start? See: az webapp log tail --resource-group $group --name $app"
  az deployment group create --resource-group "$group" --name "ict-$environment-events" --template-file "$repository/bicep/subscription.bicep" \
    --parameters appName="$app" topicName="$(output topicName)" storageAccountName="$(output storageAccountName)" \
      eventsIdentityId="$(output eventsIdentityId)" --output none
}

# The key of the functions opens the reading addresses too: the app is told its hash, never the key.
let_key_read() {
  local app=$1 key hash
  key=$(az functionapp keys list --resource-group "$group" --name "$app" --query functionKeys.default --output tsv)
  [ -n "$key" ] && [ "$key" != None ] || fail "The app $app has no key of functions. Did its code start?"
  if command -v sha256sum >/dev/null; then hash=$(printf %s "$key" | sha256sum); else hash=$(printf %s "$key" | shasum -a 256); fi
  az functionapp config appsettings set --resource-group "$group" --name "$app" --settings "ReadKeys=default:${hash:0:64}" --output none
}

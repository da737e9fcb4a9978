#!/usr/bin/env bash
# Makes the app's artifact, artifacts/app. The local host runs this folder, and deploy.sh sends it to Azure as it is.
set -euo pipefail
cd "$(dirname "$0")/.."

# Nothing of an earlier build stays.
rm -rf artifacts/app
dotnet publish functions/App/App.csproj -c Release -o artifacts/app -v q -nologo

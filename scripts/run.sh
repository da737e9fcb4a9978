#!/usr/bin/env bash
# Builds, starts storage and the app on this machine, uploads the samples and shows the first answers.
#   scripts/run.sh            runs until Ctrl+C
#   scripts/run.sh --once     stops after the answers
# Further options go to `ict up` (see `scripts/ict up --help`).
set -euo pipefail
cd "$(dirname "$0")/.."

for tool in dotnet node npm; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed. This needs the .NET 10 SDK and Node 20 (with npm)." >&2; exit 1; }
done
echo "Building …"
scripts/build.sh
dotnet build local/Ict/Ict.csproj -c Release -v q -nologo
exec dotnet artifacts/bin/Ict/release/ict.dll up --samples "$@"

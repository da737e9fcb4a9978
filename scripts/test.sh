#!/usr/bin/env bash
# Builds the solution and the app's artifact, runs every test project one after the other, and ends with one line: "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."

if ! { dotnet build ServerlessIct.sln -c Release -v q -nologo && scripts/build.sh; }; then
  echo "The solution or the app's artifact does not build." >&2
  echo "0 passed, 1 failed"
  exit 1
fi

mkdir -p artifacts/tests
passed=0 failed=0
for project in tests/*/*.Tests.csproj; do
  name=$(basename "$project" .csproj)
  assembly=$(sed -n 's:.*<AssemblyName>\(.*\)</AssemblyName>.*:\1:p' "$project")
  report="artifacts/tests/$name.xml"
  rm -f "$report"
  echo "== $name"
  dotnet "artifacts/bin/$name/release/${assembly:-$name}.dll" --no-progress --no-ansi \
    --report-xunit --report-xunit-filename "$name.xml" --results-directory artifacts/tests
  code=$?
  # The totals of every assembly element; errors are failures outside any test.
  read -r good bad < <(grep -o '<assembly [^>]*>' "$report" 2>/dev/null | awk '
    function value(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
    { good += value("passed"); bad += value("failed") + value("errors") }
    END { print good + 0, bad + 0 }')
  # A run that broke off or found no test at all has not passed.
  if [ "$bad" -eq 0 ] && { [ "$code" -ne 0 ] || [ "$good" -eq 0 ]; }; then
    echo "$name ended with code $code and $good tests passed: see the lines above." >&2
    bad=1
  fi
  passed=$((passed + good)) failed=$((failed + bad))
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

<#
.SYNOPSIS
Brings the whole system up in the subscription that az is signed in to, or brings it up to date. The same steps as deploy.sh.
.PARAMETER Environment
Names the environment: 3 to 12 lower-case letters and digits.
.PARAMETER Parameters
Parameters of bicep/main.bicep, each as NAME=VALUE.
.PARAMETER Yes
Asks nothing.
.EXAMPLE
scripts/deploy.ps1 dev -Parameters alertEmail=me@example.org
#>
[CmdletBinding()]
param(
  [Parameter(Mandatory, Position = 0)][ValidatePattern('^[a-z0-9]{3,12}$')][string] $Environment,
  [string[]] $Parameters = @(),
  [switch] $Yes,
  [string] $Location = $(if ($env:ICT_LOCATION) { $env:ICT_LOCATION } else { 'southeastasia' }),
  [string] $Group = $(if ($env:ICT_RESOURCE_GROUP) { $env:ICT_RESOURCE_GROUP } else { "rg-ict-$Environment" })
)
$ErrorActionPreference = 'Stop'
$repository = Split-Path $PSScriptRoot

function Invoke-Tool([string] $Tool, [string[]] $Arguments) {
  & $Tool @Arguments
  if ($LASTEXITCODE -ne 0) { throw "$Tool ended with code $LASTEXITCODE." }
}
function Get-Output([string] $Name) {
  Invoke-Tool az @('deployment', 'group', 'show', '--resource-group', $Group, '--name', "ict-$Environment", '--query', "properties.outputs.$Name.value", '--output', 'tsv')
}
foreach ($tool in 'az', 'dotnet') {
  if (-not (Get-Command $tool -ErrorAction SilentlyContinue)) { throw "$tool is not installed. Deployment needs the Azure CLI (az) and the .NET 10 SDK (dotnet)." }
}
Invoke-Tool az @('account', 'show', '--query', 'id', '--output', 'tsv') | Out-Null
$template = Join-Path $repository 'bicep/main.bicep'
$given = @("environmentName=$Environment") + $Parameters

Write-Host "== What will change in $Group"
Invoke-Tool az @('group', 'create', '--name', $Group, '--location', $Location, '--tags', 'system=serverless-ict', "environment=$Environment", '--output', 'none')
Invoke-Tool az (@('deployment', 'group', 'what-if', '--resource-group', $Group, '--template-file', $template, '--parameters') + $given)
if (-not $Yes -and (Read-Host 'Go on? [y/N]') -notmatch '^[yY]') { throw "Nothing was changed but the empty group $Group." }

Write-Host '== Resources'
Invoke-Tool az (@('deployment', 'group', 'create', '--resource-group', $Group, '--name', "ict-$Environment", '--template-file', $template, '--output', 'none', '--parameters') + $given)
$app = Get-Output appName

Write-Host '== Code'
# As in build.sh.
$package = Join-Path $repository 'artifacts/app'
Remove-Item $package, "$package.zip" -Recurse -Force -ErrorAction SilentlyContinue
Invoke-Tool dotnet @('publish', (Join-Path $repository 'functions/App/App.csproj'), '-c', 'Release', '-o', $package, '-v', 'q', '-nologo')
# Not Compress-Archive, which leaves out folders whose names begin with a dot, such as .azurefunctions.
Add-Type -AssemblyName System.IO.Compression.FileSystem
[IO.Compression.ZipFile]::CreateFromDirectory($package, "$package.zip")
Invoke-Tool az @('functionapp', 'deployment', 'source', 'config-zip', '--resource-group', $Group, '--name', $app, '--src', "$package.zip", '--output', 'none')

Write-Host '== Events'
$key = ''
for ($attempt = 1; $attempt -le 30 -and -not $key; $attempt++) {
  $key = az functionapp keys list --resource-group $Group --name $app --query systemKeys.blobs_extension --output tsv 2>$null
  if (-not $key) { Start-Sleep -Seconds 10 }
}
if (-not $key) { throw "The app $app has no key for events (blobs_extension). Did its code start? See: az webapp log tail --resource-group $Group --name $app" }
Invoke-Tool az @('deployment', 'group', 'create', '--resource-group', $Group, '--name', "ict-$Environment-events", '--template-file', (Join-Path $repository 'bicep/subscription.bicep'),
  '--output', 'none', '--parameters', "appName=$app", "topicName=$(Get-Output topicName)", "storageAccountName=$(Get-Output storageAccountName)", "eventsIdentityId=$(Get-Output eventsIdentityId)")

Write-Host '== Keys'
# The app is told the hash of the key that reads, never the key.
$readKey = "$(Invoke-Tool az @('functionapp', 'keys', 'list', '--resource-group', $Group, '--name', $app, '--query', 'functionKeys.default', '--output', 'tsv'))".Trim()
$hash = [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes($readKey))).ToLowerInvariant()
Invoke-Tool az @('functionapp', 'config', 'appsettings', 'set', '--resource-group', $Group, '--name', $app, '--settings', "ReadKeys=default:$hash", '--output', 'none')

Write-Host '== Smoke test'
$endpoint = Get-Output endpoint
$headers = @{ 'x-functions-key' = $readKey }
$name = "smoke-test/$([DateTime]::UtcNow.ToString('yyyyMMddTHHmmssZ')).txt"
$document = Invoke-RestMethod -Method Put -Uri "$endpoint/api/v1/documents/$name" -Headers $headers -InFile (Join-Path $repository 'scripts/smoke.txt') -ContentType 'text/plain; charset=utf-8' -MaximumRetryCount 5 -RetryIntervalSec 5
$record = $null
for ($attempt = 1; $attempt -le 60; $attempt++) {
  $record = Invoke-RestMethod -Method Get -Uri "$endpoint/api/v1/documents/$($document.id)" -Headers $headers -SkipHttpErrorCheck
  if ($record.document.status -in 'extracted', 'rejected', 'failed') { break }
  Start-Sleep -Seconds 5
}
Invoke-RestMethod -Method Delete -Uri "$endpoint/api/v1/documents/$($document.id)" -Headers $headers | Out-Null
if ($record.document.status -ne 'extracted' -or $record.observations.value -notcontains 1422) {
  throw "The document was not read in time, or its number 1422 was not found: docs/operations.md, waiting-documents."
}
Write-Host "The document was read, its number was found, and it was deleted again. The API answers at $endpoint/api/v1."

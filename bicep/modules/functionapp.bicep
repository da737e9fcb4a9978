// The plan and the app. Every connection is an address and an identity.

@description('Name of the app, unique in the world.')
@minLength(2)
@maxLength(60)
param appName string

@description('Names the environment.')
@minLength(3)
@maxLength(12)
param environmentName string

@description('Where the app is.')
param location string

@description('Put on every resource.')
param tags object

@description('Memory of one instance in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('The most instances of a function.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int

@description('Instances for documents that are kept warm.')
@minValue(0)
@maxValue(20)
param alwaysReadyInstances int

@description('Resource id of the identity of the app.')
param identityId string

@description('Client id of the identity of the app.')
param identityClientId string

@description('The account of documents, tables and queues.')
@minLength(3)
@maxLength(24)
param storageAccountName string

@description('The container that holds the deployed code.')
@minLength(3)
param deploymentContainer string

@description('The Application Insights resource.')
@minLength(1)
param insightsName string

@description('The subnet through which the app reaches the storage; empty for the public network.')
param subnetId string

@description('When series and deltas are computed.')
@minLength(11)
param deltaSchedule string

@description('When all series are built anew from all observations.')
@minLength(11)
param rebuildSchedule string

@description('How many minutes a full rebuild works at a stretch.')
@minValue(1)
@maxValue(600)
param rebuildMinutes int

@description('When the tables are copied.')
@minLength(11)
param backupSchedule string

@description('When documents are looked for that no event announced.')
@minLength(11)
param sweepSchedule string

@description('The largest document in bytes.')
@minValue(1)
@maxValue(209715200)
param maxDocumentBytes int

@description('Whether everybody may read through the API.')
param publicRead bool

@description('How many requests a caller may send in a minute to one instance.')
@minValue(0)
@maxValue(1000000)
param requestsPerMinute int

@description('How many traces a second are kept.')
@minValue(1)
@maxValue(1000)
param telemetryTracesPerSecond int

@description('Starts the worker without the placeholder process.')
param disableWorkerPlaceholder bool

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageAccountName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// The host reads AzureWebJobsStorage, the triggers and the app read Storage: the same account, by the same identity.
var settings = {
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__blobServiceUri: account.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: account.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: account.properties.primaryEndpoints.table
  Storage__credential: 'managedidentity'
  Storage__clientId: identityClientId
  Storage__blobServiceUri: account.properties.primaryEndpoints.blob
  Storage__queueServiceUri: account.properties.primaryEndpoints.queue
  Storage__tableServiceUri: account.properties.primaryEndpoints.table
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${identityClientId}'
  AzureWebJobsDisableHomepage: 'true'
  DeltaSchedule: deltaSchedule
  RebuildSchedule: rebuildSchedule
  RebuildMinutes: string(rebuildMinutes)
  BackupSchedule: backupSchedule
  SweepSchedule: sweepSchedule
  MaxDocumentBytes: string(maxDocumentBytes)
  PublicRead: string(publicRead)
  RequestsPerMinute: string(requestsPerMinute)
  TelemetryTracesPerSecond: string(telemetryTracesPerSecond)
}

var workaround = disableWorkerPlaceholder ? { WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED: '0' } : {}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'ict-${environmentName}-plan'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: appName
  location: location
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      alwaysOn: false
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${account.properties.primaryEndpoints.blob}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReadyInstances == 0 ? [] : [
          {
            name: 'blob'
            instanceCount: alwaysReadyInstances
          }
        ]
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, workaround)
  }

  // Deployment comes by an identity; passwords for it stay off.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

@description('Name of the app.')
output appName string = app.name

@description('Where the API answers.')
output endpoint string = 'https://${app.properties.defaultHostName}'

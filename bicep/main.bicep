// The whole system but for the event subscription, which needs the deployed code: see subscription.bicep.
targetScope = 'resourceGroup'

@description('Names the environment; every resource is named after it. Lower-case letters and digits.')
@minLength(3)
@maxLength(12)
param environmentName string

@description('Where the resources are. Must be a region with Flex Consumption.')
param location string = resourceGroup().location

@description('Memory of one instance in MB; with it come a quarter, one or two cores.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('The most instances a function may have. This bounds the cost and the load on the storage.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances for documents that are kept warm. 0 costs nothing and adds a cold start to the first document after a pause.')
@minValue(0)
@maxValue(20)
param alwaysReadyInstances int = 0

@description('When series and deltas are computed: NCRONTAB with six fields, UTC. 18:00 is 01:00 in Viet Nam.')
@minLength(11)
param deltaSchedule string = '0 0 18 * * *'

@description('When all series are built anew from all observations: NCRONTAB with six fields, UTC.')
@minLength(11)
param rebuildSchedule string = '0 0 19 1 * *'

@description('How many minutes a full rebuild works at a stretch before it leaves a message to go on. Three below functionTimeout in host.json.')
@minValue(1)
@maxValue(600)
param rebuildMinutes int = 7

@description('When the tables are copied: NCRONTAB with six fields, UTC.')
@minLength(11)
param backupSchedule string = '0 0 20 * * 6'

@description('When documents are looked for that no event announced: NCRONTAB with six fields, UTC.')
@minLength(11)
param sweepSchedule string = '0 */5 * * * *'

@description('The largest document in bytes.')
@minValue(1)
@maxValue(209715200)
param maxDocumentBytes int = 20971520

@description('Whether everybody may read through the API. Writing needs a key in any case.')
param publicRead bool = false

@description('How many requests a caller may send in a minute to one instance; 0 for no limit.')
@minValue(0)
@maxValue(1000000)
param requestsPerMinute int = 6000

@description('How many traces a second are kept; counters and logs are kept whatever this says.')
@minValue(1)
@maxValue(1000)
param telemetryTracesPerSecond int = 5

@description('Copies of the stored data: LRS in one place, ZRS in three zones of the region, GRS and GZRS in a second region too.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

@description('For how many days a deleted or overwritten document can be brought back.')
@minValue(1)
@maxValue(365)
param documentRetentionDays int = 30

@description('For how many days logs, traces and counters are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('The most gigabytes of logs a day; more is dropped, and an alert says so. -1 for no limit.')
@minValue(-1)
@maxValue(1000)
param logDailyQuotaGB int = 1

@description('Who is told of alerts. Empty for nobody: alerts are then seen in the portal only.')
param alertEmail string = ''

@description('Puts the storage behind private endpoints and the app into a virtual network.')
param usePrivateNetwork bool = false

@description('Address ranges that reach the storage beside the private endpoints, for people who drop files. Used with usePrivateNetwork only.')
@maxLength(100)
param allowedAddressRanges array = []

@description('Object id of a person or group that may put documents into the container and read the tables. Empty for nobody.')
param operatorPrincipalId string = ''

@description('What operatorPrincipalId is.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param operatorPrincipalType string = 'User'

@description('Starts the worker without the placeholder process: slower cold starts, but a way out where .NET 10 on Flex ends with signal 11.')
param disableWorkerPlaceholder bool = false

var token = take(uniqueString(subscription().id, resourceGroup().id, environmentName), 8)
var tags = {
  'azd-env-name': environmentName
  system: 'serverless-ict'
}

module identity 'modules/identity.bicep' = {
  params: {
    environmentName: environmentName
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyQuotaGB: logDailyQuotaGB
    senderPrincipalId: identity.outputs.appPrincipalId
  }
}

module network 'modules/network.bicep' = if (usePrivateNetwork) {
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    storageAccountName: storage.outputs.accountName
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    accountName: 'ict${environmentName}${token}'
    location: location
    tags: tags
    sku: storageSku
    documentRetentionDays: documentRetentionDays
    isPrivate: usePrivateNetwork
    allowedAddressRanges: allowedAddressRanges
    appPrincipalId: identity.outputs.appPrincipalId
    eventsPrincipalId: identity.outputs.eventsPrincipalId
    operatorPrincipalId: operatorPrincipalId
    operatorPrincipalType: operatorPrincipalType
  }
}

module app 'modules/functionapp.bicep' = {
  params: {
    appName: 'ict-${environmentName}-${token}'
    environmentName: environmentName
    location: location
    tags: tags
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyInstances: alwaysReadyInstances
    identityId: identity.outputs.appIdentityId
    identityClientId: identity.outputs.appClientId
    storageAccountName: storage.outputs.accountName
    deploymentContainer: storage.outputs.deploymentContainer
    insightsName: monitoring.outputs.insightsName
    subnetId: usePrivateNetwork ? network!.outputs.appSubnetId : ''
    deltaSchedule: deltaSchedule
    rebuildSchedule: rebuildSchedule
    rebuildMinutes: rebuildMinutes
    backupSchedule: backupSchedule
    sweepSchedule: sweepSchedule
    maxDocumentBytes: maxDocumentBytes
    publicRead: publicRead
    requestsPerMinute: requestsPerMinute
    telemetryTracesPerSecond: telemetryTracesPerSecond
    disableWorkerPlaceholder: disableWorkerPlaceholder
  }
}

module events 'modules/events.bicep' = {
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    storageAccountName: storage.outputs.accountName
    identityId: identity.outputs.eventsIdentityId
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    topicId: events.outputs.topicId
    storageAccountId: storage.outputs.accountId
    email: alertEmail
  }
}

module workbook 'modules/workbook.bicep' = {
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
  }
}

@description('The function app.')
output appName string = app.outputs.appName

@description('Where the API answers.')
output endpoint string = app.outputs.endpoint

@description('The storage account that holds documents and tables.')
output storageAccountName string = storage.outputs.accountName

@description('The topic that announces new documents; the subscription is made on it once the code is deployed.')
output topicName string = events.outputs.topicName

@description('The identity that writes what could not be delivered.')
output eventsIdentityId string = identity.outputs.eventsIdentityId

@description('The workspace to which the queries under queries/ are put.')
output workspaceId string = monitoring.outputs.workspaceId

// Where logs, traces and counters go. Only identities with a role may send.

@description('Names the environment.')
@minLength(3)
@maxLength(12)
param environmentName string

@description('Where the workspace is.')
param location string

@description('Put on every resource.')
param tags object

@description('For how many days logs are kept.')
@minValue(30)
@maxValue(730)
param retentionDays int

@description('The most gigabytes a day; -1 for no limit.')
@minValue(-1)
@maxValue(1000)
param dailyQuotaGB int

@description('Object id of the identity that sends.')
param senderPrincipalId string

var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'ict-${environmentName}-logs'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    workspaceCapping: {
      dailyQuotaGb: dailyQuotaGB
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'ict-${environmentName}-insights'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

resource sender 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, senderPrincipalId, monitoringMetricsPublisher)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
    principalId: senderPrincipalId
    principalType: 'ServicePrincipal'
  }
}

@description('The Application Insights resource.')
output insightsName string = insights.name

@description('Resource id of the workspace that holds the logs.')
output workspaceId string = workspace.id

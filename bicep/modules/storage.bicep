// One account for documents, tables and queues. Nobody has a key to it: everyone comes by an identity with a role.

@description('Name of the account, unique in the world.')
@minLength(3)
@maxLength(24)
param accountName string

@description('Where the account is.')
param location string

@description('Put on every resource.')
param tags object

@description('How many copies are kept, and where.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param sku string

@description('For how many days a deleted or overwritten document can be brought back.')
@minValue(1)
@maxValue(365)
param documentRetentionDays int

@description('Whether only private endpoints and the allowed address ranges reach the account.')
param isPrivate bool

@description('Address ranges that reach the account where it is private.')
@maxLength(100)
param allowedAddressRanges array

@description('Object id of the identity of the app.')
param appPrincipalId string

@description('Object id of the identity that writes what could not be delivered.')
param eventsPrincipalId string

@description('Object id of the person or group that drops documents; empty for nobody.')
param operatorPrincipalId string

@description('What operatorPrincipalId is.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param operatorPrincipalType string

var containers = ['articles', 'texts', 'rejected', 'deadletters', 'backups', 'deployments']
var tables = ['documents', 'documentissues', 'observations', 'series', 'work', 'corrections']
var queues = ['webjobs-blobtrigger-poison', 'reprocess-documents', 'reprocess-document', 'reprocess-document-poison', 'restore-tables', 'continue-rebuild']

// Ids of roles built into Azure, the same everywhere: learn.microsoft.com/azure/role-based-access-control/built-in-roles.
var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var tableDataReader = '76199698-9eea-4c19-bc75-cec21354c6b6'

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: accountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      // Event Grid writes dead letters as a trusted service.
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
      ipRules: [for addresses in (isPrivate ? allowedAddressRanges : []): {
        value: addresses
        action: 'Allow'
      }]
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: documentRetentionDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: documentRetentionDays
    }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [for name in containers: {
  parent: blobs
  name: name
  properties: {
    publicAccess: 'None'
  }
}]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'drop-old-versions'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: documentRetentionDays
                }
              }
            }
          }
        }
        {
          name: 'drop-dead-letters-and-backups'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['deadletters/', 'backups/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 90
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = [for name in tables: {
  parent: tableService
  name: name
}]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [for name in queues: {
  parent: queueService
  name: name
}]

// The host keeps leases, keys and its queues here, which asks for the owner of blobs.
resource appRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in [blobDataOwner, queueDataContributor, tableDataContributor]: {
  scope: account
  name: guid(account.id, appPrincipalId, role)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}]

resource eventsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: container[3]
  name: guid(account.id, 'deadletters', eventsPrincipalId, blobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
    principalId: eventsPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource operatorDocuments 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorPrincipalId)) {
  scope: container[0]
  name: guid(account.id, 'articles', operatorPrincipalId, blobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
    principalId: operatorPrincipalId
    principalType: operatorPrincipalType
  }
}

resource operatorTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorPrincipalId)) {
  scope: account
  name: guid(account.id, operatorPrincipalId, tableDataReader)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataReader)
    principalId: operatorPrincipalId
    principalType: operatorPrincipalType
  }
}

@description('Name of the account.')
output accountName string = account.name

@description('Resource id of the account.')
output accountId string = account.id

@description('The container that holds the deployed code.')
output deploymentContainer string = container[5].name

// The topic on which the storage account announces new documents. Its subscription comes after the code: ../subscription.bicep.

@description('Names the environment.')
@minLength(3)
@maxLength(12)
param environmentName string

@description('Where the topic is: the region of the account.')
param location string

@description('Put on every resource.')
param tags object

@description('The account whose documents are announced.')
@minLength(3)
@maxLength(24)
param storageAccountName string

@description('Resource id of the identity that writes what could not be delivered.')
param identityId string

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageAccountName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'ict-${environmentName}-documents'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    source: account.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

@description('Name of the topic.')
output topicName string = topic.name

@description('Resource id of the topic.')
output topicId string = topic.id

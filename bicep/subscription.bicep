// The second step: sends the event of each new document to the function. Its key exists only once the code is deployed.
targetScope = 'resourceGroup'

@description('The function app, with its code deployed.')
@minLength(2)
param appName string

@description('The topic of the storage account.')
@minLength(3)
param topicName string

@description('The storage account that takes what could not be delivered.')
@minLength(3)
@maxLength(24)
param storageAccountName string

@description('The identity that writes what could not be delivered.')
@minLength(1)
param eventsIdentityId string

@description('How often the delivery of one event is tried.')
@minValue(1)
@maxValue(30)
param maxDeliveryAttempts int = 30

@description('For how many minutes the delivery of one event is tried.')
@minValue(1)
@maxValue(1440)
param eventTimeToLiveInMinutes int = 1440

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: appName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageAccountName
}

var key = listKeys('${app.id}/host/default', '2024-04-01').systemKeys.blobs_extension

resource delivery 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'ingest-document'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.IngestDocument&code=${key}'
        maxEventsPerBatch: 1
        preferredBatchSizeInKilobytes: 64
        minimumTlsVersionAllowed: '1.2'
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      // The slash at the end keeps out containers whose names begin alike.
      subjectBeginsWith: '/blobServices/default/containers/articles/blobs/'
      advancedFilters: [
        {
          // One upload raises several events; these are the ones that end one.
          operatorType: 'StringIn'
          key: 'data.api'
          values: ['PutBlob', 'PutBlockList', 'CopyBlob', 'FlushWithClose']
        }
      ]
    }
    retryPolicy: {
      maxDeliveryAttempts: maxDeliveryAttempts
      eventTimeToLiveInMinutes: eventTimeToLiveInMinutes
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'UserAssigned'
        userAssignedIdentity: eventsIdentityId
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: account.id
          blobContainerName: 'deadletters'
        }
      }
    }
  }
}

@description('The subscription that announces new documents.')
output subscriptionName string = delivery.name

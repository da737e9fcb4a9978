// Who the app and the topic are. Neither has a secret.

@description('Names the environment.')
@minLength(3)
@maxLength(12)
param environmentName string

@description('Where the identities are.')
param location string

@description('Put on every resource.')
param tags object

resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'ict-${environmentName}-app'
  location: location
  tags: tags
}

// Apart from the app's: it may write what could not be delivered and nothing else.
resource events 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'ict-${environmentName}-events'
  location: location
  tags: tags
}

@description('Resource id of the identity of the app.')
output appIdentityId string = app.id

@description('Client id of the identity of the app, for settings.')
output appClientId string = app.properties.clientId

@description('Object id of the identity of the app, for roles.')
output appPrincipalId string = app.properties.principalId

@description('Resource id of the identity of the topic.')
output eventsIdentityId string = events.id

@description('Object id of the identity of the topic, for roles.')
output eventsPrincipalId string = events.properties.principalId

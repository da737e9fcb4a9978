// What operators look at: the queries of ../queries/operators.kql as one page. ../workbook.json is made from that file by the tests.

@description('Names the environment.')
@minLength(3)
@maxLength(12)
param environmentName string

@description('Where the workbook is kept.')
param location string

@description('Put on every resource.')
param tags object

@description('The workspace that holds the logs.')
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2022-04-01' = {
  name: guid(workspaceId, 'serverless-ict', 'operators')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'ServerlessIct ${environmentName}: documents, series, storage'
    category: 'workbook'
    version: '1.0'
    sourceId: workspaceId
    serializedData: replace(loadTextContent('../workbook.json'), '{workspaceId}', workspaceId)
  }
}

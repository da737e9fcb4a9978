// Who is woken, and when. Each rule has its page in docs/operations.md under the same name.

@description('Names the environment.')
@minLength(3)
@maxLength(12)
param environmentName string

@description('Where the rules are.')
param location string

@description('Put on every resource.')
param tags object

@description('The workspace that holds the logs.')
param workspaceId string

@description('The topic that announces documents.')
param topicId string

@description('The storage account.')
param storageAccountId string

@description('Who is told; empty for nobody.')
param email string

// severity: 0 critical … 4 verbose. Each query gives one row with one number, value; the rule fires where it is above the threshold.
var rules = [
  {
    name: 'poisoned-documents'
    description: 'A document was given up after all its tries.'
    query: loadTextContent('../queries/poisoned-documents.kql')
    severity: 2
    frequency: 'PT5M'
    window: 'PT15M'
    range: 'PT15M'
    threshold: 0
  }
  {
    name: 'no-nightly-run'
    description: 'No nightly run has succeeded in 26 hours.'
    query: loadTextContent('../queries/no-nightly-run.kql')
    severity: 1
    frequency: 'PT1H'
    window: 'PT1H'
    range: 'P2D'
    threshold: 0
  }
  {
    name: 'rejection-rate'
    description: 'More than a fifth of the documents of an hour, of ten at least, could not be read.'
    query: loadTextContent('../queries/rejection-rate.kql')
    severity: 3
    frequency: 'PT15M'
    window: 'PT1H'
    range: 'PT1H'
    threshold: 20
  }
  {
    name: 'slow-documents'
    description: 'Documents take more than ten minutes on average from upload to their rows.'
    query: loadTextContent('../queries/slow-documents.kql')
    severity: 2
    frequency: 'PT15M'
    window: 'PT30M'
    range: 'PT30M'
    threshold: 600
  }
  {
    name: 'waiting-documents'
    description: 'A document has waited for more than fifteen minutes: events do not arrive, or nothing runs.'
    query: loadTextContent('../queries/waiting-documents.kql')
    severity: 1
    frequency: 'PT5M'
    window: 'PT15M'
    range: 'PT15M'
    threshold: 900
  }
  {
    name: 'storage-retries'
    description: 'The storage is busy: many units of work were begun again.'
    query: loadTextContent('../queries/storage-retries.kql')
    severity: 3
    frequency: 'PT15M'
    window: 'PT15M'
    range: 'PT15M'
    threshold: 500
  }
  {
    name: 'failing-requests'
    description: 'The API answers with errors of its own.'
    query: loadTextContent('../queries/failing-requests.kql')
    severity: 2
    frequency: 'PT5M'
    window: 'PT15M'
    range: 'PT15M'
    threshold: 5
  }
  {
    name: 'sweep-stopped'
    description: 'Timers do not run: the sweep has not reported in an hour.'
    query: loadTextContent('../queries/sweep-stopped.kql')
    severity: 1
    frequency: 'PT15M'
    window: 'PT1H'
    range: 'PT1H'
    threshold: 0
  }
]

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ict-${environmentName}-operators'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: take('ict${environmentName}', 12)
    enabled: true
    emailReceivers: empty(email) ? [] : [
      {
        name: 'operators'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource rule 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for item in rules: {
  name: 'ict-${environmentName}-${item.name}'
  location: location
  tags: tags
  properties: {
    displayName: item.name
    description: '${item.description} What to do: docs/operations.md#${item.name}'
    enabled: true
    severity: item.severity
    scopes: [workspaceId]
    evaluationFrequency: item.frequency
    windowSize: item.window
    overrideQueryTimeRange: item.range
    criteria: {
      allOf: [
        {
          query: item.query
          metricMeasureColumn: 'value'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: item.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    actions: {
      actionGroups: [group.id]
    }
  }
}]

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'ict-${environmentName}-undelivered-events'
  location: 'global'
  tags: tags
  properties: {
    description: 'Events of new documents could not be delivered. What to do: docs/operations.md#undelivered-events'
    enabled: true
    severity: 2
    scopes: [topicId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead-lettered'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [
      {
        actionGroupId: group.id
      }
    ]
  }
}

resource availability 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'ict-${environmentName}-storage-availability'
  location: 'global'
  tags: tags
  properties: {
    description: 'The storage account answers less than 99 % of its requests. What to do: docs/operations.md#storage-availability'
    enabled: true
    severity: 1
    scopes: [storageAccountId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'availability'
          metricName: 'Availability'
          timeAggregation: 'Average'
          operator: 'LessThan'
          threshold: 99
        }
      ]
    }
    actions: [
      {
        actionGroupId: group.id
      }
    ]
  }
}

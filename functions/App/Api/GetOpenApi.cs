using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.App.Api.Description;

namespace ServerlessIct.App.Api;

/// <summary>The description of the API.</summary>
public sealed class GetOpenApi(ApiGate gate)
{
    static readonly Lazy<Answer> Description = new(() => Answers.Json(OpenApiDocument.Build()));

    /// <summary><c>GET openapi.json</c>.</summary>
    [Function(nameof(GetOpenApi))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Prefix + "openapi.json")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(request, CatalogueOperations.OpenApi, _ => Task.FromResult(Description.Value), cancellationToken);
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ServerlessIct.Local.Host.TestApp;

/// <summary>One function for each level of authorization that a host checks.</summary>
sealed class Levels
{
    [Function("Open")]
    public static IResult Open([HttpTrigger(AuthorizationLevel.Anonymous, Route = "open")] HttpRequest request) => Results.Text("open");

    [Function("Keyed")]
    public static IResult Keyed([HttpTrigger(AuthorizationLevel.Function, Route = "keyed")] HttpRequest request) => Results.Text("keyed");

    [Function("Administrator")]
    public static IResult Administrator([HttpTrigger(AuthorizationLevel.Admin, Route = "for-administrators")] HttpRequest request) => Results.Text("administrator");
}

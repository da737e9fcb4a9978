using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ServerlessIct.Local.Host.TestApp;

/// <summary>Routes that overlap: the name decides. Declared out of order, so that it is not the declaration that does.</summary>
sealed class Order
{
    [Function("Order3")]
    public static IResult Third([HttpTrigger(AuthorizationLevel.Anonymous, Route = "order/{*rest}")] HttpRequest request) => Results.Text("third");

    [Function("order2")]
    public static IResult Second([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "order/exact")] HttpRequest request) => Results.Text("second");

    [Function("Order1")]
    public static IResult First([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "order/{any}")] HttpRequest request) => Results.Text("first");

    [Function("Order_4")]
    public static IResult Never([HttpTrigger(AuthorizationLevel.Anonymous, Route = "order/never")] HttpRequest request) => Results.Text("never");
}

using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using ServerlessIct.Local.Worker.Hosting;
using ServerlessIct.Local.Worker.Tests.Support;

namespace ServerlessIct.Local.Worker.Tests.Hosting;

public sealed class StartupTests
{
    const string Storage = "UseDevelopmentStorage=true";

    public sealed class NoTrigger
    {
        [Function("A")]
        public void Run(string text) => _ = text;
    }

    public sealed class TwoTriggers
    {
        [Function("A")]
        public void Run([BlobTrigger("box/{name}")] string text, [QueueTrigger("line")] string message) => _ = text + message;
    }

    public sealed class SameName
    {
        [Function("A")]
        public void One([QueueTrigger("one")] string message) => _ = message;

        [Function("a")]
        public void Two([QueueTrigger("two")] string message) => _ = message;
    }

    public sealed class OddName
    {
        [Function("1 A")]
        public void Run([QueueTrigger("one")] string message) => _ = message;
    }

    public sealed class BadBlobType
    {
        [Function("A")]
        public void Run([BlobTrigger("box/{name}")] TextReader text) => _ = text;
    }

    public sealed class BadBlobData
    {
        [Function("A")]
        public void Run([BlobTrigger("box/{name}")] BlobClient blob, string title, int name) => _ = (blob, title, name);
    }

    public sealed class BadQueueType
    {
        [Function("A")]
        public void Run([QueueTrigger("line")] Stream message) => _ = message;
    }

    public sealed class BadTimerType
    {
        [Function("A")]
        public void Run([TimerTrigger("0 0 3 * * *")] string timer) => _ = timer;
    }

    public sealed class BadHttpType
    {
        [Function("A")]
        public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous)] string body) => new OkObjectResult(body);
    }

    public sealed class BadAnswer
    {
        [Function("A")]
        public async Task<string> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => await Task.FromResult(request.Method);
    }

    public sealed class BadLevel
    {
        [Function("A")]
        public IActionResult Run([HttpTrigger(AuthorizationLevel.User)] HttpRequest request) => new OkObjectResult(request.Method);
    }

    public sealed class BadCron
    {
        [Function("A")]
        public void Run([TimerTrigger("every day")] TimerInfo timer) => _ = timer;

        [Function("B")]
        public void RunNever([TimerTrigger("0 0 0 31 2 *")] TimerInfo timer) => _ = timer;
    }

    public sealed class MissingSettings
    {
        [Function("A")]
        public void Run([TimerTrigger("%When%")] TimerInfo timer) => _ = timer;

        [Function("B")]
        public void RunToo([BlobTrigger("%Box%/{name}")] string text) => _ = text;

        [Function("C")]
        public void RunOdd([QueueTrigger("50%")] string text) => _ = text;
    }

    public sealed class MissingConnection
    {
        [Function("A")]
        public void Run([QueueTrigger("line", Connection = "Elsewhere")] string text) => _ = text;
    }

    public sealed class BadPaths
    {
        [Function("A")]
        public void A([BlobTrigger("Box/{name}")] string text) => _ = text;

        [Function("B")]
        public void B([BlobTrigger("{box}/{name}")] string text) => _ = text;

        [Function("C")]
        public void C([BlobTrigger("box/{name")] string text) => _ = text;

        [Function("D")]
        public void D([BlobTrigger("box/{name}/{name}")] string text) => _ = text;

        [Function("E")]
        public void E([BlobTrigger("box/{the name}")] string text) => _ = text;

        [Function("F")]
        public void F([QueueTrigger("Line")] string text) => _ = text;
    }

    public sealed class BadRoutes
    {
        [Function("A")]
        public IActionResult A([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{id")] HttpRequest request) => new OkObjectResult(request.Method);

        [Function("B")]
        public IActionResult B([HttpTrigger(AuthorizationLevel.Anonymous, Route = "b/{id}")] HttpRequest request, int id) => new OkObjectResult(id);

        [Function("C")]
        public IActionResult C([HttpTrigger(AuthorizationLevel.Anonymous, Route = "c/{id:int?}")] HttpRequest request, int id) => new OkObjectResult(id);

        [Function("D")]
        public IActionResult D([HttpTrigger(AuthorizationLevel.Anonymous, Route = "d/{id}")] HttpRequest request, Uri id) => new OkObjectResult(id);
    }

    public sealed class BadConstraint
    {
        [Function("A")]
        public IActionResult A([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{id:number}")] HttpRequest request) => new OkObjectResult(request.Method);
    }

    public sealed class SameRoute
    {
        [Function("A")]
        public IActionResult A([HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", Route = "a/{id}")] HttpRequest request) => new OkObjectResult(request.Method);

        [Function("B")]
        public IActionResult B([HttpTrigger(AuthorizationLevel.Anonymous, "GET", Route = "A/{name}")] HttpRequest request) => new OkObjectResult(request.Method);

        [Function("C")]
        public IActionResult C([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "a/{id}")] HttpRequest request) => new OkObjectResult(request.Method);
    }

    public sealed class ReservedRoute
    {
        [Function("A")]
        public IActionResult A([HttpTrigger(AuthorizationLevel.Anonymous, Route = "admin/users")] HttpRequest request) => new OkObjectResult(request.Method);
    }

    public sealed class BlobRetry
    {
        [Function("A")]
        [FixedDelayRetry(3, "00:00:01")]
        public void A([BlobTrigger("box/{name}")] string text) => _ = text;
    }

    public sealed class Unbuildable(IComparable missing, string text = "")
    {
        [Function("A")]
        public void A([QueueTrigger("line")] string message) => _ = (message, missing, text);
    }

    public sealed class Hidden
    {
        [Function("A")]
        internal void A([QueueTrigger("line")] string message) => _ = message;
    }

    public static TheoryData<Type, string[]> Mistakes => new()
    {
        { typeof(NoTrigger), ["Function 'A': NoTrigger.Run has no trigger; mark one parameter with BlobTrigger, QueueTrigger, TimerTrigger or HttpTrigger."] },
        { typeof(TwoTriggers), ["Function 'A': TwoTriggers.Run has 2 triggers (text, message); a function has one."] },
        { typeof(SameName), ["Function 'A': the name is used by SameName.One and SameName.Two; names are unique, whatever their case."] },
        { typeof(OddName), ["Function '1 A': a name begins with a letter and has letters, digits, - and _, at most 127."] },
        { typeof(BadBlobType), ["Function 'A', parameter 'text': a blobTrigger cannot be bound to TextReader; it can be BlobClient, BlobBaseClient, BlockBlobClient, AppendBlobClient, PageBlobClient, Stream, string or byte[]."] },
        {
            typeof(BadBlobData),
            [
                "Function 'A', parameter 'title': nothing can be bound to String title here; the names name, BlobTrigger, Uri, Metadata, FunctionContext and CancellationToken can. Services come by the constructor.",
                "Function 'A', parameter 'name': nothing can be bound to Int32 name here; the names name, BlobTrigger, Uri, Metadata, FunctionContext and CancellationToken can. Services come by the constructor.",
            ]
        },
        { typeof(BadQueueType), ["Function 'A', parameter 'message': a queueTrigger cannot be bound to Stream; it can be string, byte[], BinaryData, QueueMessage or a class that its JSON fits."] },
        { typeof(BadTimerType), ["Function 'A', parameter 'timer': a timerTrigger cannot be bound to String; it can be TimerInfo."] },
        { typeof(BadHttpType), ["Function 'A', parameter 'body': a httpTrigger cannot be bound to String; it can be HttpRequest."] },
        { typeof(BadAnswer), ["Function 'A', parameter 'request': Task<String> is not an answer to a request; return IActionResult or IResult, or a Task or ValueTask of one."] },
        { typeof(BadLevel), ["Function 'A', parameter 'request': the level User is not one that keys can meet; use Anonymous, Function, System or Admin."] },
        {
            typeof(BadCron),
            [
                "Function 'A', parameter 'timer': 'every day' is not a schedule; an NCRONTAB expression has six fields: second minute hour day month day-of-week, like '0 30 2 * * *' for 02:30 UTC.",
                "Function 'B', parameter 'timer': '0 0 0 31 2 *' never comes: no date fits it.",
            ]
        },
        {
            typeof(MissingSettings),
            [
                "Function 'A', parameter 'timer': the setting 'When' of '%When%' is missing; add it to the environment or to the Values of local.settings.json.",
                "Function 'B', parameter 'text': the setting 'Box' of '%Box%/{name}' is missing; add it to the environment or to the Values of local.settings.json.",
                "Function 'C', parameter 'text': '50%' has a % without a second one; a setting is written %Name%.",
            ]
        },
        { typeof(MissingConnection), ["Function 'A', parameter 'text': the connection 'Elsewhere' is missing; set Elsewhere to a connection string, or Elsewhere__accountName to an account."] },
        {
            typeof(BadPaths),
            [
                "Function 'A', parameter 'text': 'Box/{name}' does not begin with a container; a container has 3 to 63 lower-case letters, digits and single hyphens.",
                "Function 'B', parameter 'text': '{box}/{name}' does not begin with a container; a container has 3 to 63 lower-case letters, digits and single hyphens.",
                "Function 'C', parameter 'text': 'box/{name' has a brace that is not part of a {token}; write {{ or }} for a brace in a name.",
                "Function 'D', parameter 'text': 'box/{name}/{name}' has the token '{name}' twice.",
                "Function 'E', parameter 'text': 'box/{the name}' has the token '{the name}'; a token is a word of letters, digits and _.",
                "Function 'F', parameter 'text': 'Line' is not the name of a queue, which has 3 to 63 lower-case letters, digits and single hyphens.",
            ]
        },
        {
            typeof(BadRoutes),
            [
                "Function 'A', parameter 'request': the route 'api/a/{id' is not one: There is an incomplete parameter in the route template. Check that each '{' character has a matching '}' character.",
                "Function 'B', parameter 'id': the text of {id} in the route may not fit Int32; write {id:int}.",
                "Function 'C', parameter 'id': the text of {id} in the route may be absent; make the parameter nullable or give it a default value.",
                "Function 'D', parameter 'id': a place of the route cannot be bound to Uri; it can be string, int, long, decimal, double, bool, Guid or DateTime.",
            ]
        },
        { typeof(BadConstraint), ["Function 'A': the route 'api/a/{id:number}' has the constraint 'number', which does not exist."] },
        { typeof(SameRoute), ["Functions 'A' and 'B' have the same route 'api/a/{id}' for GET."] },
        { typeof(BlobRetry), ["Function 'A': FixedDelayRetryAttribute works with timers only; a blobTrigger is retried as host.json says."] },
        { typeof(Unbuildable), ["Function 'A': the constructor of Unbuildable needs IComparable, which builder.Services does not have."] },
        { typeof(Hidden), ["Function 'A': Hidden.A has to be a public method of a public class."] },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_with_function_and_parameter(Type functions, string[] sentences)
    {
        var application = new TestApplication(functions).With(("AzureWebJobsStorage", Storage));

        Should.Throw<StartupException>(() => TestHost.BuildOnly(application)).Problems.ShouldBe(sentences);
    }

    [Fact]
    public void All_mistakes_are_told_in_one_message()
    {
        var application = new TestApplication(typeof(BadTimerType), typeof(NoTrigger), typeof(OddName)) { HostJson = """{ "extensions": { "queues": { "batchSize": 33 } } }""" }
            .With(("AzureWebJobsStorage", Storage));

        Should.Throw<StartupException>(() => TestHost.BuildOnly(application)).Message.ShouldBe(
            """
            The functions cannot start:
              - host.json: extensions.queues.batchSize is '33'; it has to be a whole number from 1 to 32.
              - Function 'A': the name is used by BadTimerType.Run and NoTrigger.Run; names are unique, whatever their case.
              - Function '1 A': a name begins with a letter and has letters, digits, - and _, at most 127.
              - Function 'A', parameter 'timer': a timerTrigger cannot be bound to String; it can be TimerInfo.
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_host_s_own_routes_are_not_free()
    {
        var application = new TestApplication(typeof(ReservedRoute)) { HostJson = """{ "extensions": { "http": { "routePrefix": "" } } }""" };

        Should.Throw<StartupException>(() => TestHost.BuildOnly(application)).Problems.ShouldBe(
            ["Function 'A', parameter 'request': the route 'admin/users' begins with 'admin', which is the host's own."]);
        TestHost.BuildOnly(application with { HostJson = null });
    }

    [Fact]
    public void Http_functions_need_the_web_application()
    {
        var application = new TestApplication(typeof(Http.Locked)) { IsWeb = false };

        Should.Throw<StartupException>(() => TestHost.BuildOnly(application)).Problems.ShouldBe(
            ["Function 'Administrator': an HTTP function needs builder.ConfigureFunctionsWebApplication() before builder.Build()."]);
    }

    [Fact]
    public void Storage_is_not_needed_by_http_functions() => TestHost.BuildOnly(new TestApplication(typeof(Http.Locked)));

    [Theory]
    [InlineData("x", null, "Function 'A', parameter 'message': the connection 'AzureWebJobsStorage' cannot be used: Settings must be of the form \"name=value\".")]
    [InlineData("", null, "Function 'A', parameter 'message': the connection 'AzureWebJobsStorage' is missing; set AzureWebJobsStorage to a connection string, or AzureWebJobsStorage__accountName to an account.")]
    [InlineData(null, "blobServiceUri=https://a.blob.core.windows.net", "Function 'A', parameter 'message': the connection 'AzureWebJobsStorage' cannot be used: AzureWebJobsStorage__queueServiceUri is missing.")]
    [InlineData(null, "queueServiceUri=http://a.queue.core.windows.net", "Function 'A', parameter 'message': the connection 'AzureWebJobsStorage' cannot be used: AzureWebJobsStorage__queueServiceUri is 'http://a.queue.core.windows.net'; an identity needs an address that begins with https://.")]
    [InlineData(null, "queueServiceUri=https://a.queue.core.windows.net", null)]
    [InlineData(null, "accountName=a", null)]
    [InlineData(null, "accountName=a;credential=managedidentity;clientId=1", null)]
    [InlineData(null, "accountName=a;credential=password", "Function 'A', parameter 'message': the connection 'AzureWebJobsStorage' cannot be used: AzureWebJobsStorage__credential is 'password'; it can be managedidentity or absent.")]
    public void A_connection_is_a_string_or_a_group_of_settings(string? text, string? group, string? problem)
    {
        var parts = (group ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).Select(pair => ("AzureWebJobsStorage:" + pair[0], (string?)pair[1]));
        var application = new TestApplication(typeof(Queued)).With([("AzureWebJobsStorage", text), .. parts]);

        if (problem is null)
            TestHost.BuildOnly(application);
        else
            Should.Throw<StartupException>(() => TestHost.BuildOnly(application)).Problems.ShouldBe([problem]);
    }

    public sealed class Queued
    {
        [Function("A")]
        public static void Run([QueueTrigger("line")] string message) => _ = message;
    }
}

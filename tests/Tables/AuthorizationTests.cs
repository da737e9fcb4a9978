using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Data.Tables;

namespace ServerlessIct.Local.Tables.Tests;

public class AuthorizationTests(Azurite azurite)
{
    const string Key = "c2VjcmV0";
    static readonly Uri Account = new("https://acct.table.core.windows.net");

    public static TheoryData<string, string, string, string> Resources => new()
    {
        { "https://acct.table.core.windows.net", "p", "r", "/acct/t(PartitionKey='p',RowKey='r')" },
        { "https://acct.table.core.windows.net/", "it's", "Đ", "/acct/t(PartitionKey='it%27%27s',RowKey='%C4%90')" },
        { "http://127.0.0.1:10002/acct", "p", "a b+c%", "/acct/acct/t(PartitionKey='p',RowKey='a%20b%2Bc%25')" },
    };

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task A_shared_key_signs_date_account_and_path_as_they_are_sent(string account, string partitionKey, string rowKey, string resource)
    {
        var stub = new StubTransport(new StubAnswer(HttpStatusCode.NoContent));
        var table = new TableClient(new Uri(account), "t", new TableSharedKeyCredential("acct", Key), stub.Options);

        await table.DeleteEntityAsync(partitionKey, rowKey);

        var sent = stub.Sent.ShouldHaveSingleItem();
        var date = sent.Headers["x-ms-date"];
        sent.Headers["Authorization"].ShouldBe("SharedKeyLite acct:" + Signed(date + "\n" + resource));
        sent.Headers["x-ms-version"].ShouldBe("2020-12-06");
        sent.Headers["DataServiceVersion"].ShouldBe("3.0");
        sent.Headers["If-Match"].ShouldBe("*");
    }

    [Fact]
    public async Task Each_attempt_is_signed_anew()
    {
        var credential = new TableSharedKeyCredential("acct", Key);
        var stub = new StubTransport(
            new StubAnswer(HttpStatusCode.ServiceUnavailable), new StubAnswer(HttpStatusCode.InternalServerError), new StubAnswer(HttpStatusCode.NoContent));
        var options = stub.Options;
        options.AddPolicy(new BeforeEachAttempt(attempt => credential.SetAccountKey(Convert.ToBase64String([(byte)attempt]))), HttpPipelinePosition.PerRetry);
        var table = new TableClient(Account, "t", credential, options);

        await table.AddEntityAsync(new TableEntity("p", "r") { ["Text"] = "Đà Nẵng" });

        stub.Sent.Count.ShouldBe(3);
        stub.Sent.Select(sent => sent.Headers["Authorization"]).Distinct().Count().ShouldBe(3);
        stub.Sent.Select(sent => sent.Body).Distinct().ShouldHaveSingleItem().ShouldContain("\"Text\":");
        stub.Sent.Select(sent => sent.Headers["x-ms-client-request-id"]).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.PreconditionFailed)]
    public async Task What_would_fail_again_is_not_tried_again(HttpStatusCode status)
    {
        var stub = new StubTransport(new StubAnswer(status, "<html>not JSON</html>", ("x-ms-error-code", "SomeCode")));
        var table = new TableClient(Account, "t", new TableSharedKeyCredential("acct", Key), stub.Options);

        var error = await Should.ThrowAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        (error.Status, error.ErrorCode).ShouldBe(((int)status, "SomeCode"));
        stub.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_signature_is_added_to_every_request_and_a_renewed_one_replaces_it()
    {
        var credential = new AzureSasCredential("?sv=1&sig=a%2Bb");
        var stub = new StubTransport(
            new StubAnswer(HttpStatusCode.ServiceUnavailable), new StubAnswer(HttpStatusCode.OK, """{"value":[]}"""), new StubAnswer(HttpStatusCode.NoContent));
        var options = stub.Options;
        options.AddPolicy(new BeforeEachAttempt(attempt => { if (attempt == 1) credential.Update("sv=2&sig=c"); }), HttpPipelinePosition.PerRetry);
        var table = new TableClient(new Uri(Account, "t"), credential, options);

        await table.QueryAsync<TableEntity>("A eq 1").ToListAsync();
        await table.DeleteEntityAsync("p", "r");

        stub.Sent.Select(sent => sent.Uri.Query).ShouldBe(["?$filter=A%20eq%201&sv=1&sig=a%2Bb", "?$filter=A%20eq%201&sv=2&sig=c", "?sv=2&sig=c"]);
        stub.Sent.ShouldAllBe(sent => !sent.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task An_identity_is_asked_for_storage_and_sent_as_a_bearer_token()
    {
        var stub = new StubTransport(new StubAnswer(HttpStatusCode.NoContent));
        var identity = new StubIdentity();
        var table = new TableClient(Account, "t", identity, stub.Options);

        await table.DeleteEntityAsync("p", "r");

        identity.Scopes.ShouldBe(["https://storage.azure.com/.default"]);
        stub.Sent.ShouldHaveSingleItem().Headers["Authorization"].ShouldBe("Bearer the-token");
    }

    [Fact]
    public void Signatures_and_tokens_go_over_https_or_stay_on_this_machine()
    {
        var plain = new Uri("http://acct.table.core.windows.net/t");
        Should.Throw<ArgumentException>(() => new TableClient(plain, new AzureSasCredential("sig=a"))).Message.ShouldContain("https");
        Should.Throw<ArgumentException>(() => new TableClient(new Uri(plain, "t?sig=a"))).Message.ShouldContain("https");
        Should.Throw<ArgumentException>(() => new TableServiceClient(plain, new StubIdentity())).Message.ShouldContain("https");
        new TableClient(new Uri("http://127.0.0.1:10002/devstoreaccount1/t"), new AzureSasCredential("sig=a")).Name.ShouldBe("t");
    }

    [Fact]
    public async Task A_wrong_key_is_refused_by_the_emulator_and_the_key_is_not_in_the_message()
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        var table = new TableClient(azurite.Process.TableEndpoint, "t", new TableSharedKeyCredential("devstoreaccount1", key));

        var error = await Should.ThrowAsync<RequestFailedException>(() => table.CreateAsync());

        error.Status.ShouldBe(403);
        error.ToString().ShouldNotContain(key);
        error.ToString().ShouldNotContain("SharedKeyLite");
    }

    static string Signed(string text) => Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes(text)));

    sealed class BeforeEachAttempt(Action<int> action) : Azure.Core.Pipeline.HttpPipelineSynchronousPolicy
    {
        int _attempt;

        public override void OnSendingRequest(HttpMessage message) => action(++_attempt);
    }

    sealed class StubIdentity : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new(new AccessToken("the-token", TimeProvider.System.GetUtcNow().AddHours(1)));
        }
    }
}

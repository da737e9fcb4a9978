using System.Net;
using Azure;
using Azure.Data.Tables;

namespace ServerlessIct.Local.Tables.Tests;

public class BatchAnswerTests
{
    const string Account = "AccountName=a;AccountKey=AAAA;TableEndpoint=http://127.0.0.1:1/a";

    [Fact]
    public async Task The_answer_of_a_real_account_is_read()
    {
        var (table, stub) = Client("""
            --batchresponse_1
            Content-Type: multipart/mixed; boundary=changesetresponse_2

            --changesetresponse_2
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            HTTP/1.1 204 No Content
            X-Content-Type-Options: nosniff
            Cache-Control: no-cache
            Preference-Applied: return-no-content
            DataServiceVersion: 3.0;
            DataServiceId: https://a.table.core.windows.net/t(PartitionKey='p',RowKey='1')
            ETag: W/"datetime'2024-01-01T00%3A00%3A00.1Z'"


            --changesetresponse_2
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            HTTP/1.1 204 No Content
            ETag: W/"datetime'2024-01-01T00%3A00%3A00.2Z'"


            --changesetresponse_2--
            --batchresponse_1--

            """);

        var parts = (await table.SubmitTransactionAsync([Add("1"), Add("2")])).Value;

        parts.Select(part => part.Headers.ETag.ToString()).ShouldBe(
            ["W/\"datetime'2024-01-01T00%3A00%3A00.1Z'\"", "W/\"datetime'2024-01-01T00%3A00%3A00.2Z'\""]);
        var sent = stub.Sent.ShouldHaveSingleItem();
        sent.Headers["Content-Type"].ShouldStartWith("multipart/mixed; boundary=batch_");
        sent.Body.ShouldContain("\r\nPOST http://127.0.0.1:1/a/t HTTP/1.1\r\n");
        sent.Body.ShouldNotContain("Authorization");
    }

    [Fact]
    public async Task A_failure_is_read_from_its_part_though_the_status_outside_is_202()
    {
        var (table, _) = Client("""
            --batchresponse_1
            Content-Type: multipart/mixed; boundary=changesetresponse_2

            --changesetresponse_2
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            HTTP/1.1 409 Conflict
            DataServiceVersion: 3.0;
            Content-Type: application/json;odata=minimalmetadata;streaming=true;charset=utf-8

            {"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"1:The specified entity already exists.\nRequestId:x\nTime:y"}}}
            --changesetresponse_2--
            --batchresponse_1--

            """);

        var error = await Should.ThrowAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync([Add("1"), Add("2")]));

        (error.FailedTransactionActionIndex, error.Status, error.ErrorCode).ShouldBe((1, 409, "EntityAlreadyExists"));
        error.Message.ShouldContain("The specified entity already exists.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("--batchresponse_1\r\nHTTP/1.1 204 No Content\r\n\r\n--batchresponse_1--\r\n")]
    [InlineData("--batchresponse_1\r\nHTTP/1.1 what\r\n\r\n--batchresponse_1--\r\n")]
    public async Task An_answer_that_says_too_little_is_an_error_and_not_a_success(string body)
    {
        var (table, _) = Client(body);
        var error = await Should.ThrowAsync<RequestFailedException>(() => table.SubmitTransactionAsync([Add("1"), Add("2")]));
        error.Message.ShouldContain("Whether it was written is not known.");
    }

    static (TableClient, StubTransport) Client(string body)
    {
        var stub = new StubTransport(new StubAnswer(HttpStatusCode.Accepted, body.ReplaceLineEndings("\r\n"), ("Content-Type", "multipart/mixed; boundary=batchresponse_1")));
        return (new TableClient(Account, "t", stub.Options), stub);
    }

    static TableTransactionAction Add(string rowKey) => new(TableTransactionActionType.Add, new TableEntity("p", rowKey));
}

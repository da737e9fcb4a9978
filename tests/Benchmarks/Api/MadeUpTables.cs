using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ServerlessIct.App.Storage;
using static System.FormattableString;

namespace ServerlessIct.ApiBenchmarks;

/// <summary>
/// A table service whose table of observations has as many rows as wanted, made up when they are asked for, a thousand a page; every other
/// table is empty. An emulator would need many gigabytes for as many.
/// </summary>
sealed class MadeUpTables(WebApplication server, int port) : IAsyncDisposable
{
    const int PageRows = 1_000;
    const string Sentence =
        "Đến hết năm 2023, toàn tỉnh có 1.422 trạm thu phát sóng thông tin di động, tăng 76 trạm so với năm 2022; tỷ lệ thôn, bản được phủ sóng đạt 99,8%, vượt kế hoạch đề ra.";

    public static async Task<MadeUpTables> StartAsync(int rows, CancellationToken stop)
    {
        var port = FreePort();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Invariant($"http://127.0.0.1:{port}"));
        var server = builder.Build();
        server.Run(http => AnswerAsync(http, rows));
        await server.StartAsync(stop);
        return new MadeUpTables(server, port);
    }

    /// <summary>The connection with this table service in place of its own.</summary>
    public string Instead(string connection) => string.Join(';', connection.Split(';').Select(
        part => part.StartsWith("TableEndpoint=", StringComparison.Ordinal) ? Invariant($"TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;").TrimEnd(';') : part));

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    static async Task AnswerAsync(HttpContext http, int rows)
    {
        if (!HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }
        http.Response.ContentType = "application/json;odata=minimalmetadata;charset=utf-8";
        var first = 0;
        var page = new StringBuilder("{\"value\":[");
        if (http.Request.Path.Value!.Contains(StorageNames.Observations, StringComparison.Ordinal))
        {
            first = int.TryParse(http.Request.Query["NextRowKey"], NumberStyles.None, CultureInfo.InvariantCulture, out var next) ? next : 0;
            for (var i = first; i < Math.Min(rows, first + PageRows); i++) Append(page.Append(i == first ? "" : ","), i);
            if (first + PageRows < rows)
            {
                http.Response.Headers["x-ms-continuation-NextPartitionKey"] = "soc-trang";
                http.Response.Headers["x-ms-continuation-NextRowKey"] = Invariant($"{first + PageRows}");
            }
        }
        await http.Response.WriteAsync(page.Append("]}").ToString());
    }

    static void Append(StringBuilder page, int i)
    {
        var year = 2000 + (i % 25);
        page.Append(CultureInfo.InvariantCulture, $$"""
            {"odata.etag":"W/\"1\"","PartitionKey":"soc-trang","RowKey":"telecom.base_stations|{{year}}|actual|{{i:x32}}|000000","Timestamp":"2026-01-01T00:00:00Z",
            "Indicator":"telecom.base_stations","Label":"trạm thu phát sóng thông tin di động","Value":"{{1000 + (i % 977)}}","Unit":"count","Period":"{{year}}","Year":{{year}},
            "Kind":"Actual","Qualifier":"Exact","Comparisons":"[{\"basis\":\"{{year - 1}}\",\"relation\":\"change\",\"value\":76,\"unit\":\"count\"}]",
            "SourceStart":31,"SourceEnd":41,"SourceText":"1.422 trạm","SentenceStart":0,"SentenceEnd":{{Sentence.Length}},"SentenceText":"{{Sentence}}",
            "Document":"{{i:x32}}","DocumentName":"soc-trang/bao-cao-{{i}}.txt","DocumentPeriod":"{{year}}","ReceivedAt@odata.type":"Edm.DateTime","ReceivedAt":"2026-01-01T00:00:00Z","Ordinal":0}
            """);
    }
}

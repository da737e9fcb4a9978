using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ServerlessIct.App.Api;

/// <summary>What a person finds at the address of the app itself: where to ask, and how to bring reports in.</summary>
public sealed class GetStart
{
    /// <summary>The root: a function without a route would get its name for one, so it is a segment that may be left out and has no letters.</summary>
    const string Root = "{nothing:maxlength(0)?}";

    const string Page = """
        <!DOCTYPE html>
        <html lang="vi">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>ServerlessIct</title></head>
        <body>
        <h1>ServerlessIct</h1>
        <p>Số liệu công nghệ thông tin và truyền thông của các tỉnh, mỗi con số kèm câu văn gốc.</p>
        <p lang="en">The ICT figures of Vietnamese provinces, each number with the sentence it was read from.</p>
        <ul>
        <li><a href="api/v1/data">api/v1/data</a>: chuỗi số liệu · <span lang="en">series</span></li>
        <li><a href="api/v1/deltas">api/v1/deltas</a>: thay đổi so với năm trước · <span lang="en">changes against the year before</span></li>
        <li><a href="api/v1/quality">api/v1/quality</a>: điều cần kiểm tra · <span lang="en">what to look at</span></li>
        <li><a href="api/v1/documents">api/v1/documents</a>: tài liệu và trạng thái · <span lang="en">documents and their state</span></li>
        <li><a href="api/v1/indicators">api/v1/indicators</a>, <a href="api/v1/provinces">api/v1/provinces</a>: danh mục · <span lang="en">what can be asked for</span></li>
        <li><a href="api/v1/openapi.json">api/v1/openapi.json</a>: mô tả API · <span lang="en">description of the API</span></li>
        <li><a href="api/v1/health">api/v1/health</a>: tình trạng · <span lang="en">health</span></li>
        </ul>
        </body>
        </html>
        """;

    static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Page);

    /// <summary><c>GET /</c>.</summary>
    [Function(nameof(GetStart))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root)] HttpRequest request) =>
        Answers.Text(Bytes, "text/html") with { Headers = [("Content-Security-Policy", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")] };
}

using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Azure.Data.Tables.Transport;

/// <summary>The rows of a query, page by page, to the last page: an empty page is not the end, a page without a token is.</summary>
sealed class Pages<T>(TableRest rest, PageRequest first, Func<JsonElement, T> read, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        AsPages(first with { Token = Transport.ContinuationToken.Parse(continuationToken), Size = pageSizeHint ?? first.Size }, CancellationToken);

    async IAsyncEnumerable<Page<T>> AsPages(PageRequest page, [EnumeratorCancellation] CancellationToken stop)
    {
        for (var more = true; more;)
        {
            var answer = await rest.ReadPageAsync(page, read, stop);
            yield return answer;
            more = answer.ContinuationToken is not null;
            page = page with { Token = Transport.ContinuationToken.Parse(answer.ContinuationToken) };
        }
    }
}

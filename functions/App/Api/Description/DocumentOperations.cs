namespace ServerlessIct.App.Api.Description;

/// <summary>Requests for documents.</summary>
public static class DocumentOperations
{
    static readonly Reply None = Reply.Problem(404, "No document has this id.");

    /// <summary><c>GET documents</c>.</summary>
    public static Operation List { get; } = new()
    {
        Id = "ListDocuments",
        Method = "get",
        Route = "documents",
        Summary = "A page of the list of documents.",
        Details = "A page may hold fewer than `limit`, even none, and still not be the last: go on while there is a `next`; the header Link has the address of that page too.",
        Parameters =
        [
            QueryParameters.Status, QueryParameters.Province, QueryParameters.Periods,
            QueryParameters.Search with { Description = "Words that must all stand in the title or the name, tone marks optional.", Example = "tong ket" },
            QueryParameters.Limit, QueryParameters.Next, QueryParameters.Format(Formats.Json, Formats.Csv),
            QueryParameters.Fields with { Example = "id,name,status" }, QueryParameters.Bom,
        ],
        Replies = [Reply.Json<DocumentsAnswer>("The page."), Reply.Csv("A row a document.", ReadDocuments.Columns)],
        Examples = ["documents?status=extracted&province=soc-trang&limit=20", "documents?status=rejected,failed&fields=id,name,error", "documents?q=tong ket&period=2022..2023"],
    };

    /// <summary><c>GET documents/{id}</c>.</summary>
    public static Operation Get { get; } = new()
    {
        Id = "GetDocument",
        Method = "get",
        Route = "documents/{id}",
        Summary = "A document, how far it has come, and what it states.",
        Parameters = [QueryParameters.Id, QueryParameters.Format(Formats.Json, Formats.Csv), QueryParameters.Fields, QueryParameters.Bom],
        Replies = [Reply.Json<DocumentRecordAnswer>("The document with its observations."), Reply.Csv("A row an observation.", GetObservations.Columns), None],
    };

    /// <summary><c>GET documents/{id}/text</c>.</summary>
    public static Operation Text { get; } = new()
    {
        Id = "GetDocumentText",
        Method = "get",
        Route = "documents/{id}/text",
        Summary = "The text that the offsets of observations refer to, in UTF-16 units.",
        Parameters = [QueryParameters.Id],
        Replies = [new(200, "The text.", MediaTypes.Text), None with { Description = "No document has this id, or it has no text; `documentStatus` tells the two apart." }],
    };

    /// <summary><c>GET documents/{id}/original</c>.</summary>
    public static Operation Original { get; } = new()
    {
        Id = "GetDocumentOriginal",
        Method = "get",
        Route = "documents/{id}/original",
        Summary = "The file as it was uploaded.",
        Parameters = [QueryParameters.Id],
        Replies = [new(200, "The bytes.", MediaTypes.Bytes), None],
    };

    /// <summary><c>PUT documents/{name}</c>.</summary>
    public static Operation Put { get; } = new()
    {
        Id = "PutDocument",
        Method = "put",
        Route = "documents/{*name}",
        Summary = "Brings a document in, or replaces it. It is read soon after; `location` tells how far that has come.",
        Details = "The first folder of the name is taken for the province where it is a slug; what the query says counts more, and more than the text.",
        Access = Access.Write,
        Freshness = Freshness.None,
        RequestBody = "The file: text or HTML, in any of the encodings that are used for Vietnamese.",
        Parameters =
        [
            new("name", "The name, with folders separated by slashes; Vietnamese letters are composed (NFC), so that the same name is the same document.", """{"type":"string","maxLength":1024}""", "soc-trang/bao-cao.txt") { IsRequired = true },
            QueryParameters.InPath(QueryParameters.Province, "The province that the document is of.") with { IsRequired = false },
            new("year", "The year that it reports on.", """{"type":"integer","minimum":1945,"maximum":2100}""", "2023"),
            new("source", "Who published it.", """{"type":"string","maxLength":500}""", "Sở TTTT"),
            new("title", "Its title.", """{"type":"string","maxLength":500}""", "Báo cáo tổng kết"),
            new("If-None-Match", "`*` leaves a document alone that has this name.", """{"type":"string"}""", "*") { IsHeader = true },
            new("Content-Digest", "`sha-256=:…:` has the body checked before it is stored (RFC 9530).", """{"type":"string"}""", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:") { IsHeader = true },
        ],
        Replies =
        [
            new(202, "It is stored.", MediaTypes.Json, typeof(AcceptedAnswer)),
            Reply.Problem(412, "There is one of this name, and If-None-Match says to leave it alone."),
            Reply.Problem(413, "It is larger than `allowed`."),
        ],
    };

    /// <summary><c>DELETE documents/{id}</c>.</summary>
    public static Operation Delete { get; } = new()
    {
        Id = "DeleteDocument",
        Method = "delete",
        Route = "documents/{id}",
        Summary = "Takes a document out, with its observations.",
        Access = Access.Write,
        Freshness = Freshness.None,
        Parameters = [QueryParameters.Id],
        Replies = [new(204, "It is gone."), None],
    };

    /// <summary><c>POST documents/{id}/reprocess</c>.</summary>
    public static Operation Reprocess { get; } = new()
    {
        Id = "ReprocessKnownDocument",
        Method = "post",
        Route = "documents/{id}/reprocess",
        Summary = "Has a document read again, as after a better extractor; `updatedAt` tells when that was done.",
        Access = Access.Write,
        Freshness = Freshness.None,
        Parameters = [QueryParameters.Id],
        Replies = [new(202, "It waits to be read.", MediaTypes.Json, typeof(AcceptedAnswer)), None],
    };
}

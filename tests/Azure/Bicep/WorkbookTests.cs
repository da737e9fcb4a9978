using System.Text.Json.Nodes;

namespace ServerlessIct.Azure.Tests.Bicep;

/// <summary>The workbook shows the queries of the query file, and nothing has to be written twice.</summary>
public sealed class WorkbookTests
{
    static string QueryFile => Repository.Text("bicep", "queries", "operators.kql");

    static IReadOnlyList<JsonObject> Items =>
        [.. JsonNode.Parse(Repository.Text("bicep", "workbook.json"))!["items"]!.AsArray().Select(i => i!.AsObject())];

    [Fact]
    public void The_page_of_operators_is_made_from_the_query_file()
    {
        var made = Workbook.Text(QueryFile);
        if (Environment.GetEnvironmentVariable("WRITE_DOCS") == "1") File.WriteAllText(Repository.File("bicep", "workbook.json"), made);
        Repository.Text("bicep", "workbook.json").ShouldBe(made, "run this test with WRITE_DOCS=1 to make bicep/workbook.json again");
    }

    [Fact]
    public void Every_query_is_in_it_once_under_its_title()
    {
        var queries = Workbook.Queries(QueryFile);
        queries.Count.ShouldBe(QueryFile.Split("\n// ").Length - 1);
        queries.ShouldAllBe(q => q.Title.EndsWith('.') && q.Query.Length > 0 && !q.Query.Contains("//", StringComparison.Ordinal));
        Items.Where(i => i["type"]!.GetValue<int>() == 3).Select(i => (i["content"]!["title"]!.GetValue<string>(), i["content"]!["query"]!.GetValue<string>()))
            .ShouldBe(queries.Select(q => (q.Title, q.Query.Replace(Workbook.AnyDocument, Workbook.DocumentField, StringComparison.Ordinal))));
        Items.Select(i => i["name"]!.GetValue<string>()).ShouldBeUnique();
    }

    [Fact]
    public void The_document_that_is_asked_for_is_a_field()
    {
        var field = Items.Single(i => i["type"]!.GetValue<int>() == 9)["content"]!["parameters"]!.AsArray().ShouldHaveSingleItem()!["name"]!.GetValue<string>();
        Items.Count(i => i["content"]!["query"]?.GetValue<string>().Contains($"{{{field}}}", StringComparison.Ordinal) == true).ShouldBe(1);
        string.Concat(Items.Select(i => i["content"]!["query"]?.GetValue<string>())).ShouldNotContain(Workbook.AnyDocument);
    }

    [Fact]
    public void The_workspace_is_put_in_once() => Repository.Text("bicep", "workbook.json").Split("{workspaceId}").Length.ShouldBe(2);
}

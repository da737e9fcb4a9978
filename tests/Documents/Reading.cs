using System.Text;

namespace ServerlessIct.Documents.Tests;

static class Reading
{
    public static ReadResult Text(string name, string text) => DocumentReader.Read(name, Encoding.UTF8.GetBytes(text));

    public static ReadDocument Page(string markup) => Text("page.html", markup).ShouldBeOfType<ReadDocument>();

    public static Encoding Windows(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
}

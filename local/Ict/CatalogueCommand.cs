using System.CommandLine;
using System.Text;
using ServerlessIct.Indicators.Catalogue;

namespace ServerlessIct.Local.Ict;

/// <summary><c>ict catalogue</c>: prints the catalogue of indicators as a page of Markdown.</summary>
static class CatalogueCommand
{
    public static Command Create()
    {
        var catalogue = new Command("catalogue", "Prints the catalogue of indicators as a page of Markdown (docs/catalogue.md).");
        catalogue.SetAction(_ =>
        {
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            output.Write(CataloguePage.Of(IndicatorCatalogue.Default));
        });
        return catalogue;
    }
}

using System.CommandLine;

namespace ServerlessIct.Local.Ict;

/// <summary><c>ict upload</c>: puts files and folders of files into the input container through the API.</summary>
static class UploadCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files, or folders that are uploaded with everything in them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var province = new Option<string?>("--province")
        {
            Description = "The slug of the province they come from; else a folder that is named like a province says so.",
        };
        var endpoint = new Option<string>("--endpoint")
        {
            Description = "Where the app listens.",
            DefaultValueFactory = _ => "http://localhost:7071",
        };
        endpoint.Validators.Add(given =>
        {
            if (!Uri.TryCreate(given.GetValueOrDefault<string>(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                given.AddError($"--endpoint {given.GetValueOrDefault<string>()}: an address is written like http://localhost:7071.");
        });
        var key = new Option<string?>("--key")
        {
            Description = "The access key; else the environment variable ICT_KEY. A local system without --keys needs none.",
        };
        var upload = new Command("upload", "Uploads reports by PUT /api/v1/documents/NAME.") { paths, province, endpoint, key };
        upload.SetAction(async (arguments, stop) =>
        {
            var slug = arguments.GetValue(province);
            if (Provinces.Refusal(slug) is { } refusal)
            {
                await Console.Error.WriteLineAsync(refusal);
                return 1;
            }
            using var api = new AppClient(new Uri(arguments.GetRequiredValue(endpoint)),
                arguments.GetValue(key) ?? Environment.GetEnvironmentVariable("ICT_KEY"));
            return await UploadAsync(api, arguments.GetRequiredValue(paths), slug, stop);
        });
        return upload;
    }

    static async Task<int> UploadAsync(AppClient api, string[] paths, string? province, CancellationToken stop)
    {
        var failed = false;
        foreach (var path in paths)
        {
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                await Console.Error.WriteLineAsync($"{path}: there is no such file or folder.");
                failed = true;
                continue;
            }
            foreach (var report in ReportFile.Under(path, province))
            {
                var answer = await api.PutAsync(report, stop);
                Console.WriteLine($"{report.Name}\t{answer.Text}");
                failed |= !answer.IsSuccess;
            }
        }
        return failed ? 1 : 0;
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ServerlessIct.Local.Ict;

namespace ServerlessIct.EndToEnd.Tests;

/// <summary>The command line as a user runs it.</summary>
public sealed class CommandTests(SharedSystem shared)
{
    const string Sentence = "Năm 2023, toàn tỉnh có 1.422 trạm thu phát sóng thông tin di động, tăng 76 trạm so với năm 2022.";

    [Fact]
    public async Task Extract_prints_a_line_a_document_whose_spans_hold_their_text()
    {
        var folder = Path.Combine(Repository.Root, "samples");
        var (code, output, _) = await IctProcess.RunAsync("extract", folder);
        code.ShouldBe(1, "one sample cannot be read");
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(ReportFile.Under(folder, null).Count());
        var found = 0;
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            json.RootElement.GetProperty("document").GetString().ShouldNotBeNullOrEmpty();
            if (json.RootElement.TryGetProperty("error", out var error))
            {
                error.GetProperty("message").GetString()!.Length.ShouldBeGreaterThan(20);
                continue;
            }
            foreach (var observation in json.RootElement.GetProperty("observations").EnumerateArray())
            {
                found++;
                var source = observation.GetProperty("source");
                (source.GetProperty("end").GetInt32() - source.GetProperty("start").GetInt32()).ShouldBe(source.GetProperty("text").GetString()!.Length);
                (observation.GetProperty("value").ValueKind == JsonValueKind.Null).ShouldBe(observation.GetProperty("unit").ValueKind == JsonValueKind.Null);
            }
        }
        found.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Extract_takes_province_and_year_from_its_options()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("note.txt", Encoding.UTF8.GetBytes("Toàn tỉnh có 1.422 trạm thu phát sóng thông tin di động."));
        var (code, output, error) = await IctProcess.RunAsync("extract", file, "--province", "soc-trang", "--year", "2023");
        code.ShouldBe(0, error);
        using var json = JsonDocument.Parse(output);
        json.RootElement.GetProperty("province").GetString().ShouldBe("soc-trang");
        var observation = json.RootElement.GetProperty("observations").EnumerateArray().ShouldHaveSingleItem();
        observation.GetProperty("indicator").GetString().ShouldBe("telecom.base_stations");
        observation.GetProperty("value").GetRawText().ShouldBe("1422");
        observation.GetProperty("period").GetString().ShouldBe("2023");
    }

    [Fact]
    public async Task Explain_tells_for_each_number_its_place_what_it_was_taken_for_and_why()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("note.txt", Encoding.UTF8.GetBytes("Quyết định số 12/QĐ-UBND.\nToàn tỉnh có 1.422 trạm BTS, tăng 76 trạm so với năm 2022."));
        var (code, output, error) = await IctProcess.RunAsync("explain", file, "--province", "soc-trang", "--year", "2023");
        code.ShouldBe(0, error);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(5);
        lines[0].ShouldBe("note.txt: soc-trang, 2023");
        lines[1].ShouldStartWith("  1:15  “12”  left  (a number joined to letters by a dash or a stroke");
        lines[2].ShouldStartWith("  2:14  “1.422”  value: telecom.base_stations = 1422 count, 2023, actual  (");
        lines[3].ShouldStartWith("  2:35  “76”  comparison: change 76 count against 2022, of telecom.base_stations, 2023, actual  (");
        lines[4].ShouldBe("  2:50  “năm 2022”  period: 2022  (a period)");
    }

    [Theory]
    [InlineData("explain", "--province", "atlantis", "no province has this slug")]
    [InlineData("explain", "--year", "20233", "a year is a number from")]
    [InlineData("extract", "--province", "atlantis", "no province has this slug")]
    [InlineData("extract", "--year", "20233", "a year is a number from")]
    [InlineData("upload", "--province", "atlantis", "no province has this slug")]
    [InlineData("upload", "--endpoint", "localhost", "an address is written like")]
    public async Task A_wrong_option_is_refused_in_a_sentence(string command, string option, string value, string sentence)
    {
        var (code, _, error) = await IctProcess.RunAsync(command, "note.txt", option, value);
        code.ShouldBe(1);
        error.ShouldContain(sentence);
    }

    [Fact]
    public async Task Upload_takes_folders_and_says_what_became_of_each_file()
    {
        using var folder = new TemporaryFolder();
        folder.File("son-la/2022/một.txt", Encoding.UTF8.GetBytes(Sentence));
        folder.File("son-la/hai.txt", Encoding.UTF8.GetBytes(Sentence));
        var (code, output, error) = await IctProcess.RunAsync(
            "upload", folder.Path, "--endpoint", shared.System.Endpoint.ToString(), "--key", shared.System.Keys!.Default);
        code.ShouldBe(0, output + error);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["son-la/2022/một.txt\t202 Accepted", "son-la/hai.txt\t202 Accepted"]);
        var document = await shared.Api.FinishedAsync("son-la/2022/một.txt");
        document.GetProperty("province").GetString().ShouldBe("son-la");
    }

    [Fact]
    public async Task Upload_fails_where_one_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("báo cáo.txt", Encoding.UTF8.GetBytes(Sentence));
        var (code, output, _) = await IctProcess.RunAsync(
            "upload", file, "--province", "son-la", "--endpoint", shared.System.Endpoint.ToString(), "--key", "wrong");
        code.ShouldBe(1);
        output.ShouldContain("son-la/báo cáo.txt\t401");
    }

    [Fact]
    public async Task Up_says_plainly_that_its_port_is_taken()
    {
        using var folder = new TemporaryFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (code, _, error) = await IctProcess.RunAsync("up", "--port", port, "--data", folder.Path);
        code.ShouldBe(1);
        error.ShouldContain($"Port {port}");
        error.ShouldContain("--port");
    }
}

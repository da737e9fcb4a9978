using System.Net;
using System.Net.Sockets;

namespace ServerlessIct.Local.Azurite.Tests;

/// <summary>Which ports the services take. Other programs of this machine may have the usual ones: what is expected depends on it, what is checked does not.</summary>
public sealed class PortTests
{
    static readonly AzuriteOptions Usual = new() { PrefersUsualPorts = true };

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_their_usual_ports_they_are_what_UseDevelopmentStorage_means_and_again_after_a_restart()
    {
        for (var start = 1; start <= 2; start++)
        {
            var areFree = AzuritePorts.IsFree(10000) && AzuritePorts.IsFree(10001) && AzuritePorts.IsFree(10002);
            await using var azurite = await AzuriteProcess.StartAsync(Usual, Token);

            azurite.IsDevelopmentStorage.ShouldBe(areFree);
            Assert.SkipUnless(areFree, "Another program has a usual port.");
            var numbers = new StoredNumbers("UseDevelopmentStorage=true");
            await numbers.CreateAsync();
            await numbers.AddAsync(start);
            await new StoredNumbers(azurite.ConnectionString).ShouldBeAsync(start);
        }
    }

    [Fact]
    public async Task A_usual_port_that_is_taken_concerns_its_service_alone()
    {
        using var taken = Taken(10001);
        var (blobIsFree, tableIsFree) = (AzuritePorts.IsFree(10000), AzuritePorts.IsFree(10002));

        await using var azurite = await AzuriteProcess.StartAsync(Usual, Token);

        azurite.QueueEndpoint.Port.ShouldNotBe(10001);
        (azurite.BlobEndpoint.Port == 10000).ShouldBe(blobIsFree);
        (azurite.TableEndpoint.Port == 10002).ShouldBe(tableIsFree);
        azurite.IsDevelopmentStorage.ShouldBeFalse();
        await AnswerAsync(azurite);
    }

    [Fact]
    public async Task A_usual_port_that_is_taken_between_the_look_and_the_start_does_no_harm()
    {
        using var taken = Taken(10002);
        using var folder = new TestFolder();

        await using var azurite = await AzuriteProcess.StartAsync(Usual with { DataFolder = folder.Path }, isFree: _ => true, Token);

        azurite.TableEndpoint.Port.ShouldNotBe(10002);
        await AnswerAsync(azurite);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_port_that_is_asked_for_and_taken_is_named(bool prefersUsual)
    {
        using var taken = Taken(0);
        var port = ((IPEndPoint)taken!.LocalEndpoint).Port;

        var error = await Should.ThrowAsync<AzuriteException>(
            () => AzuriteProcess.StartAsync(new AzuriteOptions { QueuePort = port, PrefersUsualPorts = prefersUsual }, Token));

        error.Port.ShouldBe(port);
        error.Message.ShouldBe(FormattableString.Invariant(
            $"Azurite could not start: port {port} is taken. Stop what uses it, or choose another port."));
    }

    // Asked for blob, queue and table; those of the usual ports that are free; chosen.
    [Theory]
    [InlineData("0 0 0", "10000 10001 10002", "10000 10001 10002")]
    [InlineData("0 0 0", "10000 10002", "10000 0 10002")]
    [InlineData("0 0 0", "", "0 0 0")]
    [InlineData("0 4711 0", "10000 10001 10002", "10000 4711 10002")]
    [InlineData("10001 0 0", "10000 10001 10002", "10001 0 10002")]
    [InlineData("10002 10001 10000", "10000 10001 10002", "10002 10001 10000")]
    public void A_service_without_a_port_of_its_own_takes_the_usual_one_where_it_is_free(string asked, string free, string chosen)
    {
        var isFree = Numbers(free).ToHashSet();
        PortsOf(asked).OrUsual(isFree.Contains).ShouldBe(PortsOf(chosen));
    }

    [Theory]
    [InlineData("-1 0 0", "BlobPort")]
    [InlineData("0 65536 0", "QueuePort")]
    [InlineData("0 0 100000", "TablePort")]
    [InlineData("0 4711 4711", "port 4711")]
    public void Ports_that_cannot_be_are_refused(string ports, string why)
    {
        var numbers = Numbers(ports);
        var options = new AzuriteOptions { BlobPort = numbers[0], QueuePort = numbers[1], TablePort = numbers[2] };
        Should.Throw<ArgumentException>(() => AzuritePorts.Of(options)).Message.ShouldContain(why);
    }

    /// <summary>Takes a port, 0 for any; null where another program has it already.</summary>
    static TcpListener? Taken(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null;
        }
    }

    static async Task AnswerAsync(AzuriteProcess azurite)
    {
        var numbers = new StoredNumbers(azurite.ConnectionString);
        await numbers.CreateAsync();
        await numbers.AddAsync(1, 2);
        await numbers.ShouldBeAsync(1, 2);
    }

    static AzuritePorts PortsOf(string text) => Numbers(text) is [var blob, var queue, var table] ? new(blob, queue, table) : throw new FormatException(text);

    static int[] Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];
}

using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace ServerlessIct.Local.Tables.Tests;

public class AddressTests
{
    const string Key = "c2VjcmV0";

    public static TheoryData<string, string, string> ConnectionStrings => new()
    {
        { $"DefaultEndpointsProtocol=https;AccountName=acct;AccountKey={Key};EndpointSuffix=core.windows.net", "acct", "https://acct.table.core.windows.net/t" },
        { $"AccountName=acct;AccountKey={Key}", "acct", "https://acct.table.core.windows.net/t" },
        { $"AccountName=acct;AccountKey={Key};EndpointSuffix=core.chinacloudapi.cn", "acct", "https://acct.table.core.chinacloudapi.cn/t" },
        { $"accountname=acct ; accountkey={Key};TableEndpoint=http://127.0.0.1:4711/acct;", "acct", "http://127.0.0.1:4711/acct/t" },
        { $"AccountName=acct;AccountKey={Key};TableEndpoint=http://azurite:10002/acct/", "acct", "http://azurite:10002/acct/t" },
        { "TableEndpoint=https://acct.table.core.windows.net/;SharedAccessSignature=sv=2020&sig=a%3D", "acct", "https://acct.table.core.windows.net/t" },
        { "UseDevelopmentStorage=true", "devstoreaccount1", "http://127.0.0.1:10002/devstoreaccount1/t" },
    };

    [Theory]
    [MemberData(nameof(ConnectionStrings))]
    public void A_connection_string_names_account_and_address(string connectionString, string account, string address)
    {
        var table = new TableServiceClient(connectionString).GetTableClient("t");
        (table.AccountName, table.Name, table.Uri.AbsoluteUri).ShouldBe((account, "t", address));
        new TableClient(connectionString, "t").Uri.ShouldBe(table.Uri);
    }

    [Theory]
    [InlineData("", "neither TableEndpoint nor AccountName")]
    [InlineData("AccountName=acct", "neither AccountKey nor SharedAccessSignature")]
    [InlineData("AccountName=acct;AccountKey=§secret", "AccountKey is not base64")]
    [InlineData("TableEndpoint=https://acct.table.core.windows.net;AccountKey=c2VjcmV0", "no AccountName")]
    [InlineData("TableEndpoint=nowhere;AccountName=secret;AccountKey=c2VjcmV0", "TableEndpoint is not an address")]
    [InlineData("AccountName=secret;AccountName=secret", "each name once")]
    [InlineData("secret", "Name=Value")]
    [InlineData("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://secret", "DevelopmentStorageProxyUri")]
    public void A_connection_string_that_says_too_little_is_refused_without_repeating_it(string connectionString, string why)
    {
        var error = Should.Throw<InvalidOperationException>(() => new TableServiceClient(connectionString));
        error.Message.ShouldContain(why);
        error.ToString().ShouldNotContain("secret");
        error.ToString().ShouldNotContain("c2VjcmV0");
    }

    [Theory]
    [InlineData("https://acct.table.core.windows.net/t?sv=1&sig=a", "acct", "t", "https://acct.table.core.windows.net/t")]
    [InlineData("http://localhost:10002/acct/t?sig=a", "acct", "t", "http://localhost:10002/acct/t")]
    public void An_address_with_a_signature_names_account_and_table(string address, string account, string name, string uri)
    {
        var table = new TableClient(new Uri(address));
        (table.AccountName, table.Name, table.Uri.AbsoluteUri).ShouldBe((account, name, uri));
    }

    [Theory]
    [InlineData("https://acct.table.core.windows.net", "names a table")]
    [InlineData("https://acct.table.core.windows.net/a/b", "not that of a table")]
    [InlineData("http://127.0.0.1:10002", "not that of a table")]
    [InlineData("ftp://acct/t", "https://")]
    public void An_address_that_is_no_tables_is_refused(string address, string why) =>
        Should.Throw<ArgumentException>(() => new TableClient(new Uri(address))).Message.ShouldContain(why);

    [Fact]
    public void A_table_named_twice_is_named_alike()
    {
        var credential = new TableSharedKeyCredential("acct", Key);
        new TableClient(new Uri("https://acct.table.core.windows.net/t"), "t", credential).Uri.AbsoluteUri.ShouldBe("https://acct.table.core.windows.net/t");
        Should.Throw<ArgumentException>(() => new TableClient(new Uri("https://acct.table.core.windows.net/t"), "u", credential));
    }

    [Fact]
    public void An_error_code_compares_with_what_an_exception_carries()
    {
        (TableErrorCode.EntityAlreadyExists == "EntityAlreadyExists").ShouldBeTrue();
        ("entityalreadyexists" == TableErrorCode.EntityAlreadyExists).ShouldBeTrue();
        (TableErrorCode.EntityAlreadyExists != (string?)null).ShouldBeTrue();
        (TableErrorCode.EntityAlreadyExists == TableErrorCode.TableNotFound).ShouldBeFalse();
        ((string?)null == default(TableErrorCode)).ShouldBeFalse();
    }

    [Fact]
    public void A_row_as_a_dictionary_keeps_the_type_a_number_has()
    {
        var row = new TableEntity("p", "r") { ["Large"] = 1L, ["Number"] = 1.0, ["Whole"] = 1, ["Data"] = new byte[] { 1 } };

        row["Large"] = 2;
        row["Number"] = 2;
        row["Whole"] = 2L;

        (row.GetInt64("Large"), row.GetDouble("Number"), row.GetInt64("Whole")).ShouldBe((2L, 2.0, 2L));
        row.GetBinaryData("Data")!.ToArray().ShouldBe([1]);
        row.GetString("absent").ShouldBeNull();
        row["absent"].ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => row.GetInt32("Large")).Message.ShouldContain("'Large'");
        ((IDictionary<string, object>)row).Values.Count.ShouldBe(row.Count);
    }
}

using System.Globalization;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Entities;

/// <summary>An answer that the service would give, given without asking it.</summary>
static class Refusal
{
    /// <summary>An exception with status 400 and <paramref name="code"/>; the sentence begins in lower case.</summary>
    public static RequestFailedException Of(TableErrorCode code, FormattableString sentence, int status = 400) =>
        new(status, "Refused before sending: " + sentence.ToString(CultureInfo.InvariantCulture), code.ToString(), null);

    /// <summary>The same, for a transaction: the whole of it fails because of the action at <paramref name="index"/>.</summary>
    public static TableTransactionFailedException Of(int index, RequestFailedException refusal)
    {
        refusal.Data[TableTransactionFailedException.IndexKey] = index.ToString(CultureInfo.InvariantCulture);
        return new TableTransactionFailedException(refusal);
    }
}

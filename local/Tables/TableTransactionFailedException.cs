using System.Collections;
using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A transaction was refused as a whole: nothing of it was written.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    internal const string IndexKey = "FailedEntity";

    /// <summary>Takes over status, code and message; the index is found in the data of <paramref name="requestFailedException"/>.</summary>
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException.Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException)
    {
        foreach (DictionaryEntry datum in requestFailedException.Data) base.Data[datum.Key] = datum.Value;
        if (base.Data[IndexKey] is string text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            FailedTransactionActionIndex = index;
    }

    /// <summary>Position, from 0, of the action that made the transaction fail; null when the service named none.</summary>
    public int? FailedTransactionActionIndex { get; }
}

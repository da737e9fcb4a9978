using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Ingest;

/// <summary>
/// Finds observations of documents that do not exist. None should be left: whoever writes one has named it in a manifest before. But tables are
/// restored, edited by hand, and written by earlier versions of this program.
/// </summary>
/// <remarks>
/// The table may have a million rows, and the sweep runs every five minutes. So each run looks at the keys of the next 20,000, which are 20 requests,
/// and notes where it stopped: a million takes four hours, some 6,000 requests a day or one cent a month. A full rebuild reads every
/// observation anyway, but runs monthly, and is begun again from the middle by several instances: it had better change nothing that it reads.
/// </remarks>
public sealed class OrphanedObservations(ObservationTable observations, DocumentTable documents, DirtySeriesTable dirtySeries, IngestLimits limits)
{
    /// <summary>Looks at the next part of the table.</summary>
    /// <param name="known">The ids of documents that have a manifest, read before.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The names of documents without a manifest, and the rows of each that were found.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<RowAddress>>> FindAsync(IReadOnlySet<string> known, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(known);
        var suspects = new Dictionary<string, List<RowAddress>>(StringComparer.Ordinal);
        var count = 0;
        var first = await dirtySeries.SweptAsync(cancellationToken);
        RowAddress? last = null;
        await foreach (var (address, name) in observations.OwnersAsync(first, cancellationToken))
        {
            if (!known.Contains(address.Document))
            {
                if (!suspects.TryGetValue(name, out var rows)) suspects.Add(name, rows = []);
                rows.Add(address);
            }
            if (++count < limits.SweptObservations) continue;
            last = address;
            break;
        }
        if (last != first) await dirtySeries.SaveSweptAsync(last, cancellationToken);
        var orphaned = new Dictionary<string, IReadOnlyList<RowAddress>>(StringComparer.Ordinal);
        foreach (var (name, rows) in suspects)
        {
            // The manifests were read before the observations: a document may have come since.
            if (await documents.FindAsync(DocumentId.Of(name), cancellationToken) is null) orphaned.Add(name, rows);
        }
        return orphaned;
    }
}

using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace ServerlessIct.Local.Worker.Storage;

/// <summary>A lock between instances: whoever leases the blob has it, until it is released or the lease runs out.</summary>
sealed class SingletonLock(BlobClient blob, TimeSpan period, TimeProvider clock)
{
    /// <summary>The lock, or null when another instance has it.</summary>
    public async Task<HeldLock?> TryAcquireAsync(CancellationToken cancellation)
    {
        var lease = blob.GetBlobLeaseClient();
        try
        {
            await lease.AcquireAsync(period, cancellationToken: cancellation);
        }
        catch (RequestFailedException e) when (e.Status is 404)
        {
            await CreateAsync(cancellation);
            return await TryAcquireAsync(cancellation);
        }
        catch (RequestFailedException e) when (e.Status is 409)
        {
            return null;
        }

        return new HeldLock(lease, period, clock);
    }

    async Task CreateAsync(CancellationToken cancellation)
    {
        await blob.GetParentBlobContainerClient().CreateIfNotExistsAsync(cancellationToken: cancellation);
        try
        {
            var onlyNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await blob.UploadAsync(BinaryData.Empty, onlyNew, cancellation);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // Another instance made it first.
        }
    }
}

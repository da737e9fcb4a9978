using ServerlessIct.App.Storage;

namespace ServerlessIct.App.Api;

/// <summary>Finds the document that a path names.</summary>
static class KnownDocuments
{
    /// <summary>The manifest of an id.</summary>
    /// <exception cref="ParameterException">It cannot be an id.</exception>
    /// <exception cref="ProblemException">404: no document has it.</exception>
    public static async Task<DocumentManifest> KnownAsync(this DocumentTable documents, string id, CancellationToken cancellationToken)
    {
        if (!DocumentId.IsId(id)) throw new ParameterException("id", Parameters.Shortened(id), "an id of 32 hexadecimal digits, as GET /api/v1/documents lists them");
        return await documents.FindAsync(id, cancellationToken) is { IsBeingRemoved: false } known ? known : throw Answers.NoDocument(id);
    }
}

namespace ServerlessIct.Documents;

/// <summary>What came of reading a file: a <see cref="ReadDocument"/> or a <see cref="Rejection"/>.</summary>
public abstract record ReadResult
{
    private protected ReadResult()
    {
    }
}

namespace Azure.Data.Tables.Entities;

/// <summary>The answer to a read of a row that does not exist.</summary>
sealed class NoEntity<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("The row does not exist; ask HasValue first.");

    public override Response GetRawResponse() => response;
}

namespace Azure.Data.Tables.Models;

/// <summary>A table of the account.</summary>
public class TableItem
{
    /// <summary>The table called <paramref name="name"/>.</summary>
    public TableItem(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    /// <summary>The table's name: a letter and 2 to 62 letters or digits, the same in either case.</summary>
    public string Name { get; }
}

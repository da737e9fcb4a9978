using System.Globalization;
using System.Text;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Entities;

/// <summary>
/// The service's limits on one entity, checked before anything is sent: some a real account enforces and the emulator does not.
/// Source: the Table service's data model and scalability targets.
/// </summary>
static class EntityLimits
{
    public const int KeyCharacters = 1024;
    public const int StringCharacters = 32 * 1024;
    public const int BinaryBytes = 64 * 1024;
    public const int EntityBytes = 1024 * 1024;
    public const int NameCharacters = 255;

    // 255, of which PartitionKey, RowKey and Timestamp are three.
    public const int Properties = 252;

    static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Does nothing for an entity that the service takes.</summary>
    /// <exception cref="RequestFailedException">With the status and the code the service would answer.</exception>
    public static void Check(EntityContent entity)
    {
        CheckKey("PartitionKey", entity.PartitionKey);
        CheckKey("RowKey", entity.RowKey);
        if (entity.Properties.Count > Properties)
            throw Refusal.Of(TableErrorCode.TooManyProperties, $"the entity has {entity.Properties.Count} properties of its own; at most {Properties} are kept.");
        // Table Storage counts 4 bytes an entity, 8 a property, 2 a character, and the value.
        var size = 4L + 2L * (entity.PartitionKey.Length + entity.RowKey.Length);
        foreach (var property in entity.Properties)
        {
            CheckName(property.Name);
            size += 8 + 2 * property.Name.Length + Size(property);
        }
        if (size > EntityBytes)
            throw Refusal.Of(TableErrorCode.EntityTooLarge, $"the entity takes {size} bytes; at most {EntityBytes} are kept.");
    }

    static void CheckKey(string which, string key)
    {
        if (key.Length > KeyCharacters)
            throw Refusal.Of(TableErrorCode.KeyValueTooLarge, $"the {which} has {key.Length} characters; at most {KeyCharacters} are kept.");
        foreach (var character in key)
            if (character is '/' or '\\' or '#' or '?' || char.IsControl(character))
                throw Refusal.Of(TableErrorCode.OutOfRangeInput,
                    $"the {which} has the character U+{(int)character:X4}; keys have none of / \\ # ? and no control characters.");
    }

    static void CheckName(string name)
    {
        if (name.Length > NameCharacters)
            throw Refusal.Of(TableErrorCode.PropertyNameTooLong, $"a property's name has {name.Length} characters; at most {NameCharacters} are kept.");
        if (!IsIdentifier(name))
            throw Refusal.Of(TableErrorCode.PropertyNameInvalid, $"the property's name '{name}' is not an identifier: letters, digits and _, not beginning with a digit.");
    }

    static bool IsIdentifier(string name)
    {
        var first = true;
        foreach (var rune in name.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            var starts = rune.Value == '_' || category is >= UnicodeCategory.UppercaseLetter and <= UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;
            var follows = category is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;
            if (!starts && (first || !follows)) return false;
            first = false;
        }
        return !first;
    }

    static int Size(EntityProperty property) => property.Value switch
    {
        string text when text.Length > StringCharacters => throw Refusal.Of(TableErrorCode.PropertyValueTooLarge,
            $"the property '{property.Name}' has {text.Length} UTF-16 characters; at most {StringCharacters} are kept."),
        byte[] bytes when bytes.Length > BinaryBytes => throw Refusal.Of(TableErrorCode.PropertyValueTooLarge,
            $"the property '{property.Name}' has {bytes.Length} bytes; at most {BinaryBytes} are kept."),
        DateTimeOffset moment when moment < Earliest => throw Refusal.Of(TableErrorCode.OutOfRangeInput,
            $"the property '{property.Name}' is a date before 1601, which is not kept."),
        string text => 4 + 2 * text.Length,
        byte[] bytes => 4 + bytes.Length,
        Guid => 16,
        int => 4,
        bool => 1,
        _ => 8,
    };
}

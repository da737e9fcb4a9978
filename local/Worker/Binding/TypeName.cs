namespace ServerlessIct.Local.Worker.Binding;

static class TypeName
{
    /// <summary>A type as a person writes it, for error sentences.</summary>
    public static string Of(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? Of(value) + "?"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>"
        : type.Name;
}

namespace PaperGraph.Graph.Sql;

/// <summary>The types of PostgreSQL that columns of answers have, by the names that casts take.</summary>
internal static class SqlType
{
    public const string Bigint = "bigint";
    public const string Bigints = "bigint[]";
    public const string Boolean = "boolean";
    public const string Bytes = "bytea";
    public const string Date = "date";
    public const string Double = "double precision";
    public const string Doubles = "double precision[]";
    public const string Integer = "integer";
    public const string Real = "real";
    public const string Text = "text";
    public const string Texts = "text[]";
    public const string Timestamp = "timestamp with time zone";

    /// <summary>The type whose values are read as <typeparamref name="T"/>.</summary>
    public static string For<T>() => Names.TryGetValue(typeof(T), out var name)
        ? name
        : throw new InvalidOperationException($"No column is read as {typeof(T)}.");

    private static readonly Dictionary<Type, string> Names = new()
    {
        [typeof(bool)] = Boolean,
        [typeof(DateOnly)] = Date,
        [typeof(DateTime)] = Timestamp,
        [typeof(double)] = Double,
        [typeof(float)] = Real,
        [typeof(int)] = Integer,
        [typeof(long)] = Bigint,
        [typeof(string)] = Text,
        [typeof(string[])] = Texts,
    };
}

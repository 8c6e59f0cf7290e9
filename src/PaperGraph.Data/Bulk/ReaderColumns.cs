using Npgsql;

namespace PaperGraph.Data.Bulk;

/// <summary>Reads columns by their names.</summary>
internal static class ReaderColumns
{
    public static T Value<T>(this NpgsqlDataReader reader, string column) => reader.GetFieldValue<T>(reader.GetOrdinal(column));

    public static T? ValueOrNull<T>(this NpgsqlDataReader reader, string column)
        where T : struct
    {
        var ordinal = reader.GetOrdinal(column);
        return reader.IsDBNull(ordinal) ? null : reader.GetFieldValue<T>(ordinal);
    }

    public static string? TextOrNull(this NpgsqlDataReader reader, string column) => reader.ObjectOrNull<string>(column);

    public static T? ObjectOrNull<T>(this NpgsqlDataReader reader, string column)
        where T : class
    {
        var ordinal = reader.GetOrdinal(column);
        return reader.IsDBNull(ordinal) ? null : reader.GetFieldValue<T>(ordinal);
    }
}

using Npgsql;

namespace PaperGraph.Graph.Sql;

/// <summary>A row of a query's answer; its columns are numbered as the query selects them.</summary>
/// <param name="reader">The reader, which stands at the row.</param>
/// <param name="ordinals">The ordinals of the columns in the reader's row; null where they are the columns' own numbers.</param>
internal readonly struct SqlRow(NpgsqlDataReader reader, int[]? ordinals = null)
{
    public bool IsDBNull(int column) => reader.IsDBNull(Ordinal(column));

    public bool GetBoolean(int column) => reader.GetBoolean(Ordinal(column));

    public DateTime GetDateTime(int column) => reader.GetDateTime(Ordinal(column));

    public float GetFloat(int column) => reader.GetFloat(Ordinal(column));

    public int GetInt32(int column) => reader.GetInt32(Ordinal(column));

    public long GetInt64(int column) => reader.GetInt64(Ordinal(column));

    public string GetString(int column) => reader.GetString(Ordinal(column));

    public T GetFieldValue<T>(int column) => reader.GetFieldValue<T>(Ordinal(column));

    private int Ordinal(int column) => ordinals is null ? column : ordinals[column];
}

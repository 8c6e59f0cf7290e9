using Npgsql;

namespace PaperGraph.Graph.Sql;

/// <summary>A row of a query's answer; its columns are numbered as the query selects them.</summary>
/// <param name="reader">The reader, which stands at the row.</param>
/// <param name="places">Where the columns stand in the reader's row; null where they stand as they are numbered.</param>
internal readonly struct SqlRow(NpgsqlDataReader reader, int[]? places = null)
{
    public bool IsDBNull(int column) => reader.IsDBNull(Find(column));

    public bool GetBoolean(int column) => reader.GetBoolean(Find(column));

    public DateTime GetDateTime(int column) => reader.GetDateTime(Find(column));

    public float GetFloat(int column) => reader.GetFloat(Find(column));

    public int GetInt32(int column) => reader.GetInt32(Find(column));

    public long GetInt64(int column) => reader.GetInt64(Find(column));

    public string GetString(int column) => reader.GetString(Find(column));

    public T GetFieldValue<T>(int column) => reader.GetFieldValue<T>(Find(column));

    private int Find(int column) => places is null ? column : places[column];
}

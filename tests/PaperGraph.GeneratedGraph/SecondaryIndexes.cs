using Npgsql;

namespace PaperGraph.GeneratedGraph;

/// <summary>The indexes that no constraint stands on: taken away before tables are filled, and built anew behind that.</summary>
internal sealed class SecondaryIndexes
{
    private const string All = """
        select format('drop index %I', c.relname), pg_get_indexdef(i.indexrelid)
        from pg_index i
        join pg_class c on c.oid = i.indexrelid
        where c.relnamespace = (select oid from pg_namespace where nspname = current_schema())
          and not exists (select from pg_constraint where conindid = i.indexrelid)
        """;

    private readonly NpgsqlDataSource database;
    private readonly IReadOnlyList<string> definitions;

    private SecondaryIndexes(NpgsqlDataSource database, IReadOnlyList<string> definitions) =>
        (this.database, this.definitions) = (database, definitions);

    public static async Task<SecondaryIndexes> DropAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var (drops, definitions) = (new List<string>(), new List<string>());
        await using (var command = database.CreateCommand(All))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                drops.Add(reader.GetString(0));
                definitions.Add(reader.GetString(1));
            }
        }
        if (drops.Count > 0) await ExecuteAsync(database, string.Join(";\n", drops), cancellationToken);
        return new SecondaryIndexes(database, definitions);
    }

    public IEnumerable<Func<CancellationToken, Task>> Builds() =>
        definitions.Select(
            definition => (Func<CancellationToken, Task>)(cancellationToken => ExecuteAsync(database, definition, cancellationToken)));

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

using Npgsql;

namespace PaperGraph.Data.Bulk;

/// <summary>
/// A temporary table that rows are copied into in binary form, to be merged from there into the tables that last. The rows live until
/// it is filled again, the table as long as the session.
/// </summary>
/// <remarks>
/// The rows outlast their transaction, because PostgreSQL would empty every table that is declared <c>on commit delete rows</c> at every
/// commit, used or not: of the dozens that an import has that takes longer than all else that a small transaction does.
/// </remarks>
/// <param name="name">The name of the table, which no other table has.</param>
internal sealed class StagingTable<TRow>(string name)
{
    // Such a table is joined by its keys a few times: three thousand of its rows tell enough of them.
    private const string SampleLittle = "set local default_statistics_target = 10";
    private const string SampleAsUsual = "set local default_statistics_target to default";

    private readonly List<Column> columns = [];

    private delegate Task WriteCell(NpgsqlBinaryImporter importer, TRow row, CancellationToken cancellationToken);

    /// <param name="type">A type of PostgreSQL: <c>bigint</c>, <c>text[]</c>.</param>
    public StagingTable<TRow> With<TValue>(string column, string type, Func<TRow, TValue?> value)
        where TValue : struct => With(column, type, (importer, row, cancellationToken) => value(row) is { } cell
            ? importer.WriteAsync(cell, type, cancellationToken)
            : importer.WriteNullAsync(cancellationToken));

    /// <inheritdoc cref="With{TValue}(string, string, Func{TRow, TValue?})"/>
    public StagingTable<TRow> With<TValue>(string column, string type, Func<TRow, TValue> value) =>
        With(column, type, (importer, row, cancellationToken) => value(row) is { } cell
            ? importer.WriteAsync(cell, type, cancellationToken)
            : importer.WriteNullAsync(cancellationToken));

    /// <summary>The columns of the table without the given ones.</summary>
    public ColumnList ColumnsWithout(params IEnumerable<string> others) => new(columns.Select(column => column.Name).Except(others));

    public async Task FillAsync(NpgsqlTransaction transaction, IEnumerable<TRow> rows, CancellationToken cancellationToken)
    {
        await EmptyAsync(transaction, cancellationToken);
        await AddAsync(transaction, rows, cancellationToken);
        await AnalyzeAsync(transaction, cancellationToken);
    }

    /// <summary>Begins to fill it in parts: <see cref="AddAsync"/> any number of times, then <see cref="AnalyzeAsync"/>.</summary>
    public Task EmptyAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) => transaction.ExecuteAsync(
        $"""
        create temporary table if not exists {name} (
            {string.Join(", ", columns.Select(column => column.Definition))});
        truncate {name}
        """,
        cancellationToken);

    public Task AddAsync(NpgsqlTransaction transaction, IEnumerable<TRow> rows, CancellationToken cancellationToken) =>
        CopyIntoAsync(transaction, name, rows, cancellationToken);

    public Task AnalyzeAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync($"{SampleLittle}; analyze {name}; {SampleAsUsual}", cancellationToken);

    /// <summary>Copies rows into a table that has these columns, such as the one that lasts where it has nothing to merge with.</summary>
    public async Task CopyIntoAsync(
        NpgsqlTransaction transaction, string table, IEnumerable<TRow> rows, CancellationToken cancellationToken)
    {
        var importer = await transaction.Connection!.BeginBinaryImportAsync(
            $"copy {table} ({ColumnsWithout()}) from stdin (format binary)", cancellationToken);
        try
        {
            foreach (var row in rows)
            {
                await importer.StartRowAsync(cancellationToken);
                foreach (var column in columns) await column.Write(importer, row, cancellationToken);
            }
            await importer.CompleteAsync(cancellationToken);
        }
        finally
        {
            await EndAsync(importer);
        }
    }

    /// <summary>
    /// Where a row cannot be written after PostgreSQL has refused one before, the refusal is thrown by ending the copying, and leaves the
    /// connection as if it went on, until it is ended once more.
    /// </summary>
    private static async Task EndAsync(NpgsqlBinaryImporter importer)
    {
        try
        {
            await importer.DisposeAsync();
        }
        catch (PostgresException)
        {
            await importer.DisposeAsync();
            throw;
        }
    }

    private StagingTable<TRow> With(string column, string type, WriteCell write)
    {
        columns.Add(new Column(column, $"{column} {type}", write));
        return this;
    }

    private sealed record Column(string Name, string Definition, WriteCell Write);
}

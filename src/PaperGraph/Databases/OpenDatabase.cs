using Npgsql;
using PaperGraph.Commands;
using PaperGraph.Data;
using PaperGraph.Terminals;

namespace PaperGraph.Databases;

/// <summary>The database that a command works on, migrated, for as long as the command runs.</summary>
internal sealed class OpenDatabase : IAsyncDisposable
{
    private readonly PrivatePostgres? own;

    private OpenDatabase(NpgsqlDataSource dataSource, string where, PrivatePostgres? own)
    {
        (DataSource, Where) = (dataSource, where);
        this.own = own;
    }

    public NpgsqlDataSource DataSource { get; }

    /// <summary>Where the data lie, in words, without a password.</summary>
    public string Where { get; }

    /// <summary>
    /// Connects, or starts the program's own PostgreSQL and tells of each step that takes time; then sees to it that the
    /// tables are those of this version.
    /// </summary>
    public static async Task<OpenDatabase> OpenAsync(DatabaseChoice choice, Terminal terminal, CancellationToken cancellation)
    {
        var database = choice.ConnectionString is { } text
            ? Given(ConnectionText.Parse(text))
            : Private(await PrivatePostgres.StartOrAdoptAsync(choice.Home ?? HomeFolder.Usual, terminal.Error.WriteLine, cancellation));
        try
        {
            await DatabaseMigrations.MigrateAsync(database.DataSource, cancellation);
            return database;
        }
        catch (InvalidOperationException later) when (later.InnerException is null)
        {
            await database.DisposeAsync();
            throw new CommandFailure(later.Message, later);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    private static OpenDatabase Given(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return new OpenDatabase(
            DataSources.Create(connectionString), $"database {settings.Database ?? settings.Username} on {settings.Host}", own: null);
    }

    private static OpenDatabase Private(PrivatePostgres own) => new(DataSources.Create(own.ConnectionString), own.DataFolder, own);

    /// <summary>Leaves the program's own PostgreSQL too, which ends when nobody else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        if (own is not null) await own.DisposeAsync();
    }
}

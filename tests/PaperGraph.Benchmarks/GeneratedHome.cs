using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PaperGraph.Data;
using PaperGraph.GeneratedGraph;
using PaperGraph.Postgres;

namespace PaperGraph.Benchmarks;

/// <summary>
/// A data folder of the program with a generated graph of some number of papers, kept between runs: made anew only where the tables of
/// this version, or what the generator writes, are others.
/// </summary>
internal sealed class GeneratedHome : IAsyncDisposable
{
    private readonly PrivatePostgres postgres;

    private GeneratedHome(string folder, PrivatePostgres postgres) => (Folder, this.postgres) = (folder, postgres);

    /// <summary>Where all that benchmarks keep lies.</summary>
    public static string Root { get; } = Path.Combine(Path.GetTempPath(), $"papergraph-benchmarks-{Environment.UserName}");

    public string Folder { get; }

    public string ConnectionString => postgres.ConnectionString;

    /// <summary>The process that all of PostgreSQL's are children of.</summary>
    public int PostmasterId => int.Parse(
        File.ReadLines(Path.Combine(postgres.DataFolder, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public static async Task<GeneratedHome> OpenAsync(int papers)
    {
        var folder = Path.Combine(Root, papers.ToString(CultureInfo.InvariantCulture));
        var home = new GeneratedHome(folder, await PrivatePostgres.StartOrAdoptAsync(folder, Console.WriteLine));
        await home.FillAsync(papers);
        return home;
    }

    public ValueTask DisposeAsync() => postgres.DisposeAsync();

    private async Task FillAsync(int papers)
    {
        await using var database = NpgsqlDataSource.Create(ConnectionString);
        var wanted = Fingerprint(database, papers);
        if (await TextAsync(database, "select obj_description(to_regnamespace('public'))") == wanted) return;

        await TextAsync(database, "drop schema public cascade; drop schema if exists reporting cascade; create schema public");
        var watch = Stopwatch.StartNew();
        await GraphGenerator.FillAsync(ConnectionString, papers, progress: new Steps(watch));
        await TextAsync(database, $"comment on schema public is '{wanted}'");
        await TextAsync(database, "checkpoint");
        var size = await TextAsync(database, "select pg_size_pretty(pg_database_size(current_database()))");
        Console.WriteLine($"{watch.Elapsed.TotalSeconds,6:N0} s  {papers:N0} papers in {size} lie in {Folder}");
    }

    /// <summary>Of all that the content of the database follows from.</summary>
    private static string Fingerprint(NpgsqlDataSource database, int papers)
    {
        using var context = database.CreateContext();
        var tables = context.Database.GenerateCreateScript();
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{papers} {GraphGenerator.Version}\n{tables}")));
    }

    private static async Task<string?> TextAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        return await command.ExecuteScalarAsync() as string;
    }

    /// <summary>Tells each step with the time, but of many small ones only one every few seconds.</summary>
    private sealed class Steps(Stopwatch watch) : IProgress<string>
    {
        private TimeSpan next = TimeSpan.Zero;

        public void Report(string value)
        {
            if (char.IsDigit(value[0]) && watch.Elapsed < next) return;
            next = watch.Elapsed + TimeSpan.FromSeconds(5);
            Console.WriteLine($"{watch.Elapsed.TotalSeconds,6:N0} s  {value}");
        }
    }
}

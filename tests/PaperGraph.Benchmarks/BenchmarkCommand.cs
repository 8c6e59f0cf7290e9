using System.CommandLine;
using PaperGraph.Benchmarks.Comparison;
using PaperGraph.Data;
using PaperGraph.Testing;

namespace PaperGraph.Benchmarks;

/// <summary>The command line: one command a measure.</summary>
internal static class BenchmarkCommand
{
    private const int UsualPapers = 100_000;

    private static readonly string Sample = RepositoryRoot.Combine("src", "PaperGraph", "Sample", "daily-papers-sample.txt");

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Measures PaperGraph beside what could do the same work.")
        {
            Generate(),
            Compare(),
            Lists(),
            Network(),
            OverPapers(
                "links",
                "Link invented papers, all and then 18 more, in a database of their own that has nothing else.",
                LinkMeasure.RunAsync),
            Allocations(),
            Documents(),
            Idle(),
            OverPages("import", "Import pages, and the same again.", ImportAsync),
            OverPapers(
                "import-generated",
                "Import invented papers from one file, in a database of their own, and the same again.",
                (papers, cancellationToken) => GeneratedImportMeasure.RunAsync(papers, areWorks: false, cancellationToken)),
            OverPapers(
                "import-works",
                "The same of works as OpenAlex has them: authors with ids and institutions, and references.",
                (papers, cancellationToken) => GeneratedImportMeasure.RunAsync(papers, areWorks: true, cancellationToken)),
            OverPages("load", "Ask by many clients at once while pages are imported.", LoadMeasure.RunAsync),
        };
        return root.Parse(args).InvokeAsync();
    }

    private static Argument<int> Papers() =>
        new("papers") { Description = "How many papers the generated graph has.", DefaultValueFactory = _ => UsualPapers };

    private static Command Generate()
    {
        var papers = Papers();
        var command = new Command("generate", "Make the database that `compare` needs, and keep it.") { papers };
        command.SetAction(async (parsed, _) =>
        {
            await using var home = await GeneratedHome.OpenAsync(parsed.GetValue(papers));
            Console.WriteLine($"serve it with: papergraph serve --home {home.Folder}");
        });
        return command;
    }

    private static Option<string?> Program() =>
        new("--program") { Description = "The papergraph.dll to measure. Default: what `dotnet publish` makes of the sources." };

    private static Option<string[]> Only() =>
        new("--only") { Description = "Some of the queries, as in Q1 Q7.", AllowMultipleArgumentsPerToken = true };

    private static Command Lists()
    {
        var papers = Papers();
        var program = Program();
        var limit = new Option<double>("--over")
        {
            Description = "Tell lists that take longer, in milliseconds of the processor.",
            DefaultValueFactory = _ => 10,
        };
        var command = new Command(
            "lists", "Time a paper, the first page of every list in every order, searches, groups and trends, for one client.")
        {
            papers,
            program,
            limit,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var measured = parsed.GetValue(program) ?? await PublishedProgram.MakeAsync(cancellationToken);
            WriteMachine();
            Console.WriteLine(await ListMeasure.RunAsync(parsed.GetValue(papers), measured, parsed.GetValue(limit)));
        });
        return command;
    }

    private static Command Network()
    {
        var papers = Papers();
        var inMemory = new Option<bool>("--in-memory") { Description = "Ask the graph in memory alone, and PostgreSQL not." };
        var command = new Command(
            "network", "Time paths, neighborhoods and connections in the graph in memory, beside recursive statements of SQL.")
        {
            papers,
            inMemory,
        };
        command.SetAction(async (parsed, _) =>
        {
            WriteMachine();
            await NetworkMeasure.RunAsync(parsed.GetValue(papers), !parsed.GetValue(inMemory));
        });
        return command;
    }

    private static Command Compare()
    {
        var papers = Papers();
        var program = Program();
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each server and query.", DefaultValueFactory = _ => 3 };
        var seconds = new Option<int>("--seconds") { Description = "Of a round.", DefaultValueFactory = _ => 3 };
        var warmup = new Option<int>("--warmup") { Description = "Seconds before the rounds.", DefaultValueFactory = _ => 10 };
        var only = Only();
        var command = new Command("compare", "Compare the ceiling, PaperGraph and GraphQL.NET over a generated graph.")
        {
            papers,
            program,
            rounds,
            seconds,
            warmup,
            only,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            ILoad load = WrkLoad.IsInstalled ? new WrkLoad() : new HttpClientLoad();
            var options = new CompareOptions(
                parsed.GetValue(papers),
                parsed.GetValue(program) ?? await PublishedProgram.MakeAsync(cancellationToken),
                parsed.GetValue(rounds),
                TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                TimeSpan.FromSeconds(parsed.GetValue(warmup)),
                Connections: 16,
                parsed.GetValue(only) ?? []);
            WriteMachine();
            Console.WriteLine(
                $"{options.Papers:N0} papers, {options.Connections} connections, "
                + $"{options.Rounds} rounds of {options.Round.TotalSeconds} s, load by {load.Name}");
            Console.WriteLine(await new CompareMeasure(options, load).RunAsync(cancellationToken));
        });
        return command;
    }

    private static Command Allocations()
    {
        var papers = Papers();
        var only = Only();
        var command = new Command("allocations", "Count the memory that a request of each compared query allocates.") { papers, only };
        command.SetAction(async (parsed, _) =>
        {
            WriteMachine();
            await AllocationMeasure.RunAsync(parsed.GetValue(papers), parsed.GetValue(only) ?? []);
        });
        return command;
    }

    private static Command Documents()
    {
        var command = new Command("documents", "Parse and validate documents; needs no database.");
        command.SetAction(_ =>
        {
            WriteMachine();
            DocumentMeasure.Run();
        });
        return command;
    }

    private static Command Idle()
    {
        var command = new Command("idle", "Weigh ten thousand subscriptions to which nothing happens; needs no database.");
        command.SetAction(async (_, _) =>
        {
            WriteMachine();
            await IdleMeasure.RunAsync();
        });
        return command;
    }

    /// <summary>A measure over an empty, migrated database and some pages.</summary>
    private static Command OverPapers(string name, string description, Func<int, CancellationToken, Task> run)
    {
        var papers = Papers();
        var command = new Command(name, description) { papers };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            WriteMachine();
            await run(parsed.GetValue(papers), cancellationToken);
        });
        return command;
    }

    private static Command OverPages(string name, string description, Func<string, IReadOnlyList<string>, Task> run)
    {
        var pages = new Argument<string[]>("pages")
        {
            Description = "Files and folders. Default: the sample page.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command(name, description) { pages };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            WriteMachine();
            await using var database = await TestDatabase.CreateEmptyAsync();
            await using (var migrating = DataSources.Create(database.ConnectionString))
                await DatabaseMigrations.MigrateAsync(migrating, cancellationToken);
            await run(database.ConnectionString, parsed.GetValue(pages) is { Length: > 0 } given ? given : [Sample]);
        });
        return command;
    }

    private static async Task ImportAsync(string connectionString, IReadOnlyList<string> pages)
    {
        await using var source = DataSources.Create(connectionString);
        await ImportMeasure.RunAsync(source, pages);
    }

    private static void WriteMachine()
    {
        var build = IsDebug() ? "Debug: the figures mean nothing" : "Release";
        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {build}");
    }

    private static bool IsDebug()
    {
#if DEBUG
        return true;
#else
        return false;
#endif
    }
}

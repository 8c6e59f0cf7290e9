using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Runtime;
using PaperGraph.Databases;
using PaperGraph.Ingest;
using PaperGraph.Sources;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>Reads files, folders and standard input into the database.</summary>
internal sealed class ImportCommand : Command, IHasExamples
{
    private readonly Argument<string[]> paths = new("PATH")
    {
        Description = "Files, folders (read with all that is below them), or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<DateOnly?> asOf = new("--as-of")
    {
        Description = "The day on which the pages were saved, as 2025-06-20: the dates without a year on them lie before it. "
            + "Without it the year is inferred from the dates that have one.",
        HelpName = "DATE",
        CustomParser = ParseDay,
    };

    private readonly Option<string?> format = new("--format")
    {
        Description = "The format of all of them, by a name that `papergraph formats` lists. Without it each is told from its content.",
        HelpName = "NAME",
    };

    private readonly Option<bool> strict = new("--strict")
    {
        Description = "End with a failure at the first problem, and store nothing of the batch that it stands in. "
            + "Without it problems are kept (see `papergraph problems`), and all else is read.",
    };

    public ImportCommand(DatabaseOptions database, Terminal terminal)
        : base("import", "Read listings of papers into the database. What is there already stays as it is.")
    {
        paths.Validators.Add(RefuseOptions);
        Arguments.Add(paths);
        Options.Add(asOf);
        format.Validators.Add(RefuseOtherFormats);
        Options.Add(format);
        Options.Add(strict);
        SetAction((parsed, cancellationToken) => RunAsync(
            new ImportOptions
            {
                AsOf = parsed.GetValue(asOf),
                Format = parsed.GetValue(format),
                Given = parsed.GetValue(paths)!,
                IsStrict = parsed.GetValue(strict),
            },
            database.ChosenBy(parsed),
            terminal,
            cancellationToken));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "papergraph import daily-papers.txt --as-of 2025-06-20",
        "papergraph import saved-pages/ 2025-06-20.json",
        "curl -s https://huggingface.co/api/daily_papers | papergraph import -",
    ];

    /// <summary>A mistyped option would otherwise be taken for a file, and no text, which a variable of a shell left, for a path.</summary>
    private static void RefuseOptions(ArgumentResult result)
    {
        foreach (var path in result.Tokens.Select(token => token.Value))
            if (path.Length == 0)
                result.AddError("An empty text is no path. Name a file or a folder, or - for standard input.");
            else if (path.StartsWith('-') && path != ImportPaths.StandardInput)
                result.AddError($"{path} is no option of import. A file of that name is given as ./{path}.");
    }

    private static void RefuseOtherFormats(OptionResult result)
    {
        var name = result.Tokens.Single().Value;
        if (FormatRegistry.All.Any(format => format.Name == name)) return;
        result.AddError($"--format {name} is no format that is read. `papergraph formats` lists them.");
    }

    private static DateOnly? ParseDay(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            result.AddError($"--as-of {text} is no day. It looks like 2025-06-20.");
            return null;
        }
        if (day <= Today()) return day;
        result.AddError($"--as-of {text} lies in the future. It is the day on which the pages were saved, today at the latest.");
        return null;
    }

    /// <summary>Here or in UTC, whichever is later.</summary>
    private static DateOnly Today()
    {
        var now = TimeProvider.System.GetUtcNow();
        var here = TimeZoneInfo.ConvertTime(now, TimeProvider.System.LocalTimeZone);
        return DateOnly.FromDateTime(here.DateTime > now.DateTime ? here.DateTime : now.DateTime);
    }

    private static async Task<OpenDatabase> OpenAsync(DatabaseChoice choice, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            return await Interruption.WaitForAsync(() => OpenDatabase.OpenAsync(choice, terminal, cancellationToken), cancellationToken);
        }
        catch (OperationCanceledException stopped)
        {
            throw new CommandStopped("Stopped before anything was read. The same command begins again.", stopped);
        }
    }

    private static async Task<int> RunAsync(
        ImportOptions options, DatabaseChoice choice, Terminal terminal, CancellationToken cancellationToken)
    {
        // Nobody waits for an answer meanwhile: memory is collected at once and not beside the work, which takes less of the processors.
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        await using var database = await OpenAsync(choice, terminal, cancellationToken);
        var importer = new Importer(database.DataSource, TimeProvider.System);

        var position = new ImportPosition();
        var measured = Task.Run(() => ImportPaths.Measure(options.Given, cancellationToken), cancellationToken);
        try
        {
            var result = await ImportDisplay.ShowAsync(terminal, progress =>
            {
                position.Next = progress;
                return Interruption.WaitForAsync(
                    () => importer.ImportAsync(ImportPaths.Expand(options.Given, terminal.OpenInput), options, position, cancellationToken),
                    cancellationToken);
            }, () => measured.IsCompletedSuccessfully ? measured.Result : null);
            ImportSummary.Write(result, terminal);
            return result.ProblemCount == 0 ? ExitCode.Done : ExitCode.NotDone;
        }
        catch (StrictImportException failed)
        {
            throw new CommandFailure(
                $"{ProblemLines.Line(failed.Problem)}\nStopped at this problem, since the import is strict. Nothing of the batch that it "
                + "stands in was stored; what was stored before stays. The same command goes on from there.",
                failed);
        }
        catch (OperationCanceledException stopped)
        {
            database.LeaveWithoutWaiting();
            throw new CommandStopped(position.Left(), stopped);
        }
    }
}

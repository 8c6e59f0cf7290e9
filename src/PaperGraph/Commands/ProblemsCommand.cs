using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PaperGraph.Data.Imports;
using PaperGraph.Databases;
using PaperGraph.Sources;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>What imports could not read, for a person, a spreadsheet or a program.</summary>
internal sealed class ProblemsCommand : Command, IHasExamples
{
    /// <summary>How many are listed for a person who does not say how many.</summary>
    private const int UsualCount = 20;

    private readonly Option<string?> file = new("--file")
    {
        Description = "Those of files whose name, as it was given, has this in it.",
        HelpName = "TEXT",
    };

    private readonly Option<string?> source = new("--source")
    {
        Description = "Those of a format, by a name that `papergraph formats` lists.",
        HelpName = "NAME",
    };

    private readonly Option<string?> reason = new("--reason")
    {
        Description = "Those whose message has this in it.",
        HelpName = "TEXT",
    };

    private readonly Option<long?> run = new("--run")
    {
        Description = "Those that this import met first, by its number, which stands behind each problem.",
        HelpName = "NUMBER",
    };

    private readonly Option<DateTimeOffset?> since = new("--since")
    {
        Description = "Those of imports that began then or later, as 2025-06-20 or 2025-06-20T14:30Z.",
        HelpName = "TIME",
        CustomParser = ParseTime,
    };

    private readonly Option<int?> first = new("--first")
    {
        Description = $"How many at most. Without it {UsualCount} as text, and all in the other formats.",
        HelpName = "NUMBER",
    };

    private readonly Option<long?> after = new("--after")
    {
        Description = "Those behind the problem of this number, with which a list ends that is not whole.",
        HelpName = "NUMBER",
    };

    private readonly Option<string> format = new Option<string>("--format")
    {
        Description = "text for a person, csv, or jsonl (JSON, one object to a line).",
        DefaultValueFactory = _ => ProblemFormat.Text,
    }.AcceptOnlyFromAmong(ProblemFormat.Text, ProblemFormat.Csv, ProblemFormat.JsonLines);

    public ProblemsCommand(DatabaseOptions database, Terminal terminal)
        : base("problems", "List what imports could not read, the latest first: file, position, reason, and the text itself.")
    {
        source.Validators.Add(RefuseOtherSources);
        first.Validators.Add(result => RefuseLessThanOne(result, first));
        foreach (var option in (Option[])[file, source, reason, run, since, first, after, format]) Options.Add(option);
        SetAction((parsed, cancellationToken) => RunAsync(parsed, database.ChosenBy(parsed), terminal, cancellationToken));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "papergraph problems",
        "papergraph problems --reason \"no date\" --since 2025-06-20",
        "papergraph problems --source bibtex --format csv > problems.csv",
    ];

    private static void RefuseOtherSources(OptionResult result)
    {
        var name = result.Tokens.Single().Value;
        if (FormatRegistry.All.Any(format => format.Name == name)) return;
        result.AddError($"--source {name} is no format that is read. `papergraph formats` lists them.");
    }

    private static void RefuseLessThanOne(OptionResult result, Option<int?> option)
    {
        if (result.GetValue(option) < 1) result.AddError("--first is 1 or more.");
    }

    /// <summary>A day begins at midnight UTC, as all days of the graph do.</summary>
    private static DateTimeOffset? ParseTime(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        string[] formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, Utc, out var time)) return time;
        result.AddError($"--since {text} is no time. It looks like 2025-06-20 or 2025-06-20T14:30Z.");
        return null;
    }

    private async Task<int> RunAsync(ParseResult parsed, DatabaseChoice choice, Terminal terminal, CancellationToken cancellationToken)
    {
        var filter = new ProblemFilter(
            parsed.GetValue(file), parsed.GetValue(source), parsed.GetValue(reason), parsed.GetValue(run), parsed.GetValue(since));
        var chosen = parsed.GetValue(format)!;
        var isText = chosen == ProblemFormat.Text;
        int? limit = parsed.GetValue(first) ?? (isText ? UsualCount : null);

        await using var database = await OpenDatabase.OpenAsync(choice, terminal, cancellationToken);
        var problems = ImportProblemReads.ReadAsync(database.DataSource, filter, parsed.GetValue(after), limit, cancellationToken);
        var last = await ProblemFormat.WriteAsync(chosen, problems, terminal.Out);
        if (isText)
        {
            var count = await ImportProblemReads.CountAsync(database.DataSource, filter, cancellationToken);
            terminal.Out.WriteLine(Summary(count, last.Count, last.Id));
        }
        return ExitCode.Done;
    }

    private static string Summary(long all, int told, long? last)
    {
        var count = Quantities.Count(all, "problem");
        return told == all || last is null ? $"{count}." : $"{Quantities.Number(told)} of {count}; --after {last} goes on behind these.";
    }
}

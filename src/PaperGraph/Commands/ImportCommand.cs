using System.CommandLine;
using System.CommandLine.Parsing;
using PaperGraph.Ingest;
using PaperGraph.Ingest.Fetching;
using PaperGraph.Sources;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>Reads files, folders and standard input into the database.</summary>
internal sealed class ImportCommand : Command, IHasExamples
{
    private readonly Argument<string[]> paths = new("PATH")
    {
        Description = "Files, folders (read with all that is below them), http or https addresses, or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<DateOnly?> asOf = DayOption.Create(
        "--as-of",
        "The day on which the pages were saved, as 2025-06-20: the dates without a year on them lie before it. "
            + "Without it the year is inferred from the dates that have one.",
        "It is the day on which the pages were saved, today at the latest.");

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

    public ImportCommand(DatabaseOptions database, IConfiguration configuration, Terminal terminal)
        : base("import", "Read listings of papers into the database. What is there already stays as it is.")
    {
        paths.Validators.Add(RefuseOptions);
        Arguments.Add(paths);
        Options.Add(asOf);
        format.Validators.Add(RefuseOtherFormats);
        Options.Add(format);
        Options.Add(strict);
        var contact = new ContactOption(configuration);
        Options.Add(contact);
        Subcommands.Add(new ImportDailyCommand(database, contact, terminal));
        Subcommands.Add(new ImportArxivCommand(database, contact, terminal));
        Subcommands.Add(new ImportOpenAlexCommand(database, contact, terminal));
        Subcommands.Add(new ImportPaperCommand(database, contact, terminal));
        SetAction((parsed, cancellationToken) =>
        {
            var given = parsed.GetValue(paths)!;
            return ImportExecution.RunAsync(
                new ImportOptions
                {
                    AsOf = parsed.GetValue(asOf),
                    Format = parsed.GetValue(format),
                    Given = given,
                    IsStrict = parsed.GetValue(strict),
                },
                contact.ReadSettings(parsed),
                (fetcher, token) => ImportPaths.ExpandAsync(given, terminal.OpenInput, fetcher.FetchAsync, token),
                () => given.Any(WebAddress.IsOne) ? null : ImportPaths.Measure(given, cancellationToken),
                database.ChosenBy(parsed),
                terminal,
                cancellationToken);
        });
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "papergraph import daily-papers.txt --as-of 2025-06-20",
        "papergraph import saved-pages/ 2025-06-20.json",
        "papergraph import https://huggingface.co/papers/date/2025-06-18",
        "papergraph import daily --from 2025-06-16 --to 2025-06-20",
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
}

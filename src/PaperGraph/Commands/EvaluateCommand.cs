using System.CommandLine;
using PaperGraph.Concepts.Evaluation;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>Measures how well concepts are found, on annotated data that the project does not ship.</summary>
internal sealed class EvaluateCommand : Command, IHasExamples
{
    private readonly Argument<DirectoryInfo> folder = new("FOLDER")
    {
        Description = "Holds concepts-data/ (med1250.txt, scirex-229.jsonl.gz, tdmsci-train.conll) and hf-daily/, or one of them.",
    };

    private readonly Option<int> link = new("--link")
    {
        Description = "Also link so many generated papers, and tell time and memory. A million takes a while.",
        HelpName = "PAPERS",
    };

    public EvaluateCommand(Terminal terminal)
        : base("evaluate", "Measure how well concepts are found, on a folder of annotated data.")
    {
        Arguments.Add(folder);
        Options.Add(link);
        link.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0) result.AddError("--link takes a number of papers.");
        });
        SetAction((parsed, cancellationToken) => Task.FromResult(
            Run(parsed.GetRequiredValue(folder), parsed.GetValue(link), terminal, cancellationToken)));
    }

    public IReadOnlyList<string> Examples { get; } = ["papergraph evaluate data", "papergraph evaluate data --link 200000"];

    private static int Run(DirectoryInfo folder, int papersToLink, Terminal terminal, CancellationToken cancellationToken)
    {
        if (!folder.Exists) throw new CommandFailure($"There is no folder {folder.FullName}. Name one that holds concepts-data/ or hf-daily/.");

        var table = new TextTable("Concepts, measured", "measure", "figure", "at least", "aim");
        var measured = 0;
        foreach (var row in ConceptEvaluation.Run(folder.FullName, papersToLink, terminal.Error.WriteLine, cancellationToken))
        {
            table.Add(row.Measure, row.Value, row.AtLeast, row.Aim);
            terminal.Error.WriteLine($"{++measured}: {row.Measure}");
        }
        if (measured == 0) throw new CommandFailure($"{folder.FullName} holds none of the data: neither concepts-data/ nor hf-daily/.");

        table.WriteTo(terminal);
        return ExitCode.Done;
    }
}

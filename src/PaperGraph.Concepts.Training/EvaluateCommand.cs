using System.CommandLine;
using PaperGraph.Concepts.Training.Evaluation;

namespace PaperGraph.Concepts.Training;

/// <summary>Measures how well concepts are found, on annotated data that the project does not ship.</summary>
internal sealed class EvaluateCommand : Command
{
    private readonly Argument<DirectoryInfo> folder = new Argument<DirectoryInfo>("FOLDER")
    {
        Description = "Holds concepts-data/ (med1250.txt, scirex-229.jsonl.gz, tdmsci-train.conll) and hf-daily/, or one of them.",
    }.AcceptExistingOnly();

    private readonly Option<int> link = new("--link")
    {
        Description = "Also link so many generated papers, and tell time and memory. A million takes a while.",
        HelpName = "PAPERS",
    };

    public EvaluateCommand() : base("evaluate", "Measure how well concepts are found, on a folder of annotated data.")
    {
        Arguments.Add(folder);
        Options.Add(link);
        link.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0) result.AddError("--link takes a number of papers.");
        });
        SetAction((parsed, cancellationToken) => Task.FromResult(Run(parsed, cancellationToken)));
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var path = parsed.GetRequiredValue(folder).FullName;
        var measured = 0;
        foreach (var row in ConceptEvaluation.Run(path, parsed.GetValue(link), error.WriteLine, cancellationToken))
        {
            if (measured++ == 0) output.WriteLine("| measure | figure | at least | aim |\n|---|---|---|---|");
            output.WriteLine($"| {row.Measure} | {row.Value} | {row.AtLeast} | {row.Aim} |");
        }

        if (measured > 0) return 0;
        error.WriteLine($"{path} holds none of the data: neither concepts-data/ nor hf-daily/.");
        return 1;
    }
}

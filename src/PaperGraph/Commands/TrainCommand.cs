using System.CommandLine;
using PaperGraph.Concepts.Training;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>Makes the weights that the program ships, anew from the data they were learnt from.</summary>
internal sealed class TrainCommand : Command, IHasExamples
{
    private readonly Argument<DirectoryInfo> data = new("DATA")
    {
        Description = "Holds pos/ and scirex-229.jsonl.gz.",
    };

    private readonly Argument<DirectoryInfo> output = new("OUTPUT")
    {
        Description = "Where the files of weights are written: in a checkout, src/PaperGraph.Concepts/Tagging.",
    };

    public TrainCommand(Terminal terminal)
        : base("train", "Learn the weights of the taggers anew. The same data give the same bytes.")
    {
        Arguments.Add(data);
        Arguments.Add(output);
        SetAction((parsed, _) => Task.FromResult(Run(parsed.GetRequiredValue(data), parsed.GetRequiredValue(output), terminal)));
    }

    public IReadOnlyList<string> Examples { get; } = ["papergraph train data/concepts-data src/PaperGraph.Concepts/Tagging"];

    private static int Run(DirectoryInfo data, DirectoryInfo output, Terminal terminal)
    {
        foreach (var folder in new[] { data, output })
            if (!folder.Exists) throw new CommandFailure($"There is no folder {folder.FullName}.");

        foreach (var line in WeightsTraining.Run(data.FullName, output.FullName)) terminal.Out.WriteLine(line);
        return ExitCode.Done;
    }
}

using System.CommandLine;

namespace PaperGraph.Concepts.Training;

/// <summary>Makes the weights that the program ships, anew from the data they were learnt from.</summary>
internal sealed class TrainCommand : Command
{
    private readonly Argument<DirectoryInfo> data = new Argument<DirectoryInfo>("DATA")
    {
        Description = "Holds pos/ and scirex-229.jsonl.gz.",
    }.AcceptExistingOnly();

    private readonly Argument<DirectoryInfo> output = new Argument<DirectoryInfo>("OUTPUT")
    {
        Description = "Where the files of weights are written: in a checkout, src/PaperGraph.Concepts/Tagging.",
    }.AcceptExistingOnly();

    public TrainCommand() : base("train", "Learn the weights of the taggers anew. The same data give the same bytes.")
    {
        Arguments.Add(data);
        Arguments.Add(output);
        SetAction(parsed =>
        {
            var lines = WeightsTraining.Run(parsed.GetRequiredValue(data).FullName, parsed.GetRequiredValue(output).FullName);
            foreach (var line in lines) parsed.InvocationConfiguration.Output.WriteLine(line);
        });
    }
}

using System.CommandLine;
using PaperGraph.Sources;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>Lists what can be imported.</summary>
internal sealed class FormatsCommand : Command, IHasExamples
{
    public FormatsCommand(Terminal terminal)
        : base("formats", "List the formats that import reads, each with an example. They are told from the content.") =>
        SetAction(_ => Write(terminal));

    public IReadOnlyList<string> Examples { get; } = ["papergraph formats"];

    private static int Write(Terminal terminal)
    {
        foreach (var format in FormatRegistry.All)
        {
            terminal.Out.WriteLine(format.Name);
            terminal.Out.WriteLine($"  {format.Description}");
            terminal.Out.WriteLine($"  Told by: {format.ToldBy}.");
            terminal.Out.WriteLine($"  Refused: {format.Refuses}.");
            terminal.Out.WriteLine($"  Example: {format.Example}");
            terminal.Out.WriteLine();
        }
        terminal.Out.WriteLine("Each may be compressed with gzip or Zstandard, or lie in a zip archive, of which all files are read.");
        return ExitCode.Done;
    }
}

using System.Text;
using PaperGraph.Terminals;

namespace PaperGraph.Tests.Terminals;

/// <summary>A terminal that nobody looks at, with what was written to it.</summary>
internal sealed class TestTerminal
{
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    public TestTerminal(string input = "") =>
        Terminal = new Terminal(
            () => new MemoryStream(Encoding.UTF8.GetBytes(input)), new StringWriter(output), new StringWriter(error), isInteractive: false);

    public Terminal Terminal { get; }

    public string Out => output.ToString().ReplaceLineEndings("\n");

    public string Error => error.ToString().ReplaceLineEndings("\n");
}

using Spectre.Console;

namespace PaperGraph.Terminals;

/// <summary>Where a command reads from and writes to.</summary>
/// <param name="isInteractive">Whether a person looks at it as it is written: bars and colours instead of plain lines.</param>
internal sealed class Terminal(Func<Stream> input, TextWriter output, TextWriter error, bool isInteractive)
{
    private readonly Lazy<IAnsiConsole> console = new(() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(output),
        Ansi = isInteractive ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = isInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
    }));

    public bool IsInteractive => isInteractive;

    public TextWriter Out => output;

    public TextWriter Error => error;

    /// <summary>The writer for what only a person at a terminal sees.</summary>
    public IAnsiConsole Console => console.Value;

    public Stream OpenInput() => input();

    public static Terminal ForThisProcess() => new(
        System.Console.OpenStandardInput,
        System.Console.Out,
        System.Console.Error,
        isInteractive: !System.Console.IsOutputRedirected && Variable("NO_COLOR") is null && Variable("TERM") != "dumb");

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

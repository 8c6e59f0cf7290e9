namespace PaperGraph.Commands;

/// <summary>What the program tells its caller when it ends.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something was not read, or could not be done at all; the messages say what.</summary>
    public const int NotDone = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int WrongUse = 2;
}

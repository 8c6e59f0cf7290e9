namespace PaperGraph.Data;

/// <summary>A database that this version of the program cannot work on, and that is left as it was.</summary>
public sealed class UnusableDatabaseException : Exception
{
    public UnusableDatabaseException(string message, bool isOfBefore = false)
        : base(message) => IsOfBefore = isOfBefore;

    /// <summary>Whether a PaperGraph of before the first release has made it: what is in it has to be imported again.</summary>
    public bool IsOfBefore { get; }
}

using System.Text.RegularExpressions;

namespace PaperGraph.Postgres;

/// <summary>What the log of a server says, for a person who wants to know why it does not run.</summary>
internal sealed partial class PostgresLog(string path)
{
    private const string NoSpace = "No space left on device";

    /// <summary>PostgreSQL writes ahead in files of 16 MB, and ends itself where there is no room for the next.</summary>
    private const long MinFreeSpace = 17 * 1024 * 1024;

    public string Path => path;

    public string End => File.Exists(path) ? string.Join('\n', Lines().TakeLast(12)) : "(there is no log)";

    public string? LastLine => Lines().LastOrDefault();

    /// <summary>
    /// In one line, what put an end to the server; null where nothing is known of it, as when it was killed. A disk that is full is
    /// named even where the log, which lies on it, could not be written either.
    /// </summary>
    public string? Cause()
    {
        var lines = Lines().TakeLast(200).ToList();
        var told = lines.FindLast(line => line.Contains(NoSpace, StringComparison.Ordinal))
            ?? lines.FindLast(line => line.Contains(" PANIC: ", StringComparison.Ordinal))
            ?? lines.FindLast(line => line.Contains(" FATAL: ", StringComparison.Ordinal) && !IsOfAClient(line));
        if (told is not null && told.Contains(NoSpace, StringComparison.Ordinal)) return Message(told);
        return SpaceLeft() is { } left and < MinFreeSpace
            ? $"{NoSpace} ({left / 1024:N0} kB are left)"
            : told is null ? null : Message(told);
    }

    /// <summary>Refused connections are no reason for an end.</summary>
    private static bool IsOfAClient(string line) => ClientFailure().IsMatch(line);

    private static string Message(string line) => Severity().Split(line, 2)[^1].Trim();

    private IEnumerable<string> Lines() => File.Exists(path) ? File.ReadLines(path) : [];

    private long? SpaceLeft()
    {
        try
        {
            return new DriveInfo(System.IO.Path.GetDirectoryName(path)!).AvailableFreeSpace;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("(?:PANIC|FATAL|ERROR|LOG|WARNING|HINT|DETAIL): ")]
    private static partial Regex Severity();

    [GeneratedRegex("FATAL:  (?:password|the database system|terminating|canceling|sorry|remaining|no pg_hba|role|database \")")]
    private static partial Regex ClientFailure();
}

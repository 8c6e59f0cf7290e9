using System.Globalization;

namespace PaperGraph.Network;

/// <summary>How much memory something takes, for a person to read.</summary>
public static class MemorySize
{
    /// <summary>In the largest unit of which it is one at least: "999 bytes", "1.5 kB", "120.4 MB". Units are a thousand apart.</summary>
    public static string Format(long bytes)
    {
        // A number that would be rounded to a thousand is one of the next unit.
        var (unit, name) = bytes switch
        {
            < 1_000 => (1.0, "bytes"),
            < 999_950 => (1e3, "kB"),
            < 999_950_000 => (1e6, "MB"),
            _ => (1e9, "GB"),
        };
        return string.Format(CultureInfo.InvariantCulture, unit == 1 ? "{0:N0} {1}" : "{0:N1} {1}", bytes / unit, name);
    }
}

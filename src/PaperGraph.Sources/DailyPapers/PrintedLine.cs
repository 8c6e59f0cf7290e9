using System.Net;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>Lines as they stand in a file, with entities that programs wrote into them, perhaps one after the other.</summary>
internal static class PrintedLine
{
    private const int MaxTimes = 2;

    /// <summary>The line as the page showed it, without line breaks or runs of white space.</summary>
    public static string Clean(string line)
    {
        // What cannot be seen may stand inside an entity.
        var text = Prose.Line(line);
        for (var times = 0; times < MaxTimes && text.Contains('&', StringComparison.Ordinal); times++)
            text = Prose.Line(WebUtility.HtmlDecode(text));
        return text;
    }

    /// <summary>The line with its white space, as it was before a program wrote entities into it.</summary>
    public static string Decode(string line)
    {
        for (var times = 0; times < MaxTimes && line.Contains('&', StringComparison.Ordinal); times++) line = WebUtility.HtmlDecode(line);
        return line.TrimEnd('\r');
    }
}

using System.Net;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>Lines as they stand in a file, with entities that programs wrote into them, perhaps one after the other.</summary>
internal static class PrintedLine
{
    private const int MaxTimes = 2;

    /// <summary>As the page showed it, in one line.</summary>
    public static string Clean(string line)
    {
        // What cannot be seen may stand inside an entity.
        var text = Prose.Line(line);
        for (var times = 0; times < MaxTimes && text.Contains('&', StringComparison.Ordinal); times++)
            text = Prose.Line(WebUtility.HtmlDecode(text));
        return text;
    }

    /// <summary>With its white space, as it was before a program wrote entities into it.</summary>
    public static string Decode(string line)
    {
        for (var times = 0; times < MaxTimes && line.Contains('&', StringComparison.Ordinal); times++) line = WebUtility.HtmlDecode(line);
        return line.TrimEnd('\r');
    }
}

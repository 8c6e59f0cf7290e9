namespace PaperGraph.Sources.DailyPapers;

/// <summary>Finds texts of several lines that stand there twice, one behind the other, so that no line repeats the one before it.</summary>
internal static class RepeatedTexts
{
    private const int MinLength = 10;

    /// <summary>The first half of a text whose second half is the same; any other text as it is.</summary>
    public static string Once(string text)
    {
        var half = text.Length / 2;
        var between = text.Length % 2;
        return half >= MinLength && (between == 0 || text[half] == ' ') && text.AsSpan(0, half).SequenceEqual(text.AsSpan(half + between))
            ? text[..half]
            : text;
    }

    /// <summary>
    /// Whether an abstract stands there twice. Only wrapped ones are looked at: elsewhere each paragraph is one line, and one
    /// that stands there twice repeats the line before it.
    /// </summary>
    public static bool IsAbstract(PagePaper paper) =>
        paper is { Abstract: { } text, Paragraphs: [{ IsOfWrappedPage: true }] } && Once(text) != text;
}

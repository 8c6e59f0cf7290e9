using System.Text.RegularExpressions;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>What a text looks like by itself; its neighbours decide.</summary>
internal enum TextShape
{
    /// <summary>The text is short, and no sentence.</summary>
    Title,

    /// <summary>Short, and ends like a sentence or holds the end of one: a brief abstract, or a title with a full stop.</summary>
    Sentence,

    /// <summary>Several sentences, a long one, or one with a link: never a title.</summary>
    Prose,
}

internal static partial class TextShapeClassifier
{
    /// <summary>The longest title that holds a sentence, in characters.</summary>
    public const int MaxTitle = 300;

    // The longest title that holds no sentence, in characters; the longest one known has 344.
    private const int MaxLongTitle = 600;

    public static TextShape Classify(string text)
    {
        if (text.Length > MaxLongTitle) return TextShape.Prose;
        if (LinkPattern().IsMatch(text)) return TextShape.Prose;
        return (EndsSentence(text), SentenceBreakPattern().IsMatch(text)) switch
        {
            (true, true) => TextShape.Prose,
            (true, false) or (false, true) when text.Length > MaxTitle => TextShape.Prose,
            (false, false) => TextShape.Title,
            _ => TextShape.Sentence,
        };
    }

    /// <summary>Whether a text ends where an author would end it: with a sentence, or with a link.</summary>
    public static bool IsFinished(string text) =>
        text.TrimEnd('"', '\'', '”', '’', ')', ']', '}', '$', '*', ' ') is [.., '.' or '!' or '?' or '…' or ':' or ';' or '。']
        || LinkPattern().IsMatch(text[(text.LastIndexOf(' ') + 1)..]);

    private static bool EndsSentence(string text) =>
        text.TrimEnd('"', '\'', '”', '’', ')', ']') is [.., '.' or '。'] and not [.., '.', '.', '.'];

    [GeneratedRegex(@"https?://|\bwww\.\w|\bgithub\.com/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LinkPattern();

    [GeneratedRegex(
        @"(?<!\b(?:vs|al|cf|Dr|Mr|St|No|e\.g|i\.e))(?<=[\p{Ll}\p{Cs}\d)\]%])\.[""”’)\]]? \p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceBreakPattern();
}

using System.Text.RegularExpressions;

namespace PaperGraph.Sources.Links;

/// <summary>Words of an abstract that promise code without giving it yet.</summary>
/// <param name="Start">Where they begin, in UTF-16 code units.</param>
/// <param name="Quote">The slice of the text, exactly.</param>
public sealed record FoundPromise(int Start, int Length, string Quote);

/// <summary>Finds promises of code, such as "the code will be released".</summary>
public static partial class CodePromiseFinder
{
    /// <summary>The first sentence of a text with a promise in it; null where there is none.</summary>
    public static FoundPromise? FindSentence(string text)
    {
        var match = PromisePattern().Match(text);
        if (!match.Success) return null;
        var (start, end) = (match.Index, match.Index + match.Length);
        while (start > 0 && !IsEnd(text, start - 1)) start--;
        while (char.IsWhiteSpace(text[start])) start++;
        while (end < text.Length && !IsEnd(text, end - 1)) end++;
        return new FoundPromise(start, end - start, text[start..end]);
    }

    /// <summary>
    /// A mark with a blank behind it, unless what follows goes on in lower case, as behind "e.g."; or the end of a paragraph.
    /// </summary>
    private static bool IsEnd(string text, int at) => text[at] switch
    {
        '\n' => true,
        '.' or '!' or '?' => at + 1 < text.Length && char.IsWhiteSpace(text[at + 1])
            && (at + 2 >= text.Length || !char.IsLower(text[at + 2])),
        _ => false,
    };

    private const string Code =
        @"(?:(?:source[ ]|training[ ]|inference[ ])?codes?(?:base)?|implementations?|software|toolkit|repository|repo)";
    private const string Given =
        @"(?:made[ ])?(?:(?:publicly|freely|openly|fully)[ ])?"
        + "(?:released|available|open[- ]sourced|public|published|shared|provided|accessible)";

    /// <summary>A character within a clause; the dots of abbreviations end none.</summary>
    private const string Within = @"(?:e\.g\.|i\.e\.|[^.!?;])";

    [GeneratedRegex(
        $"""
        \b(?:(?:the|our|all|full)[ ])?{Code}\b{Within}{"{0,60}"}?
          \b(?:will[ ](?:soon[ ])?be|(?:is|are)[ ]to[ ]be|to[ ]be)[ ](?:soon[ ])?{Given}\b
          (?:[ ](?:soon|shortly|later))?
        |
        \b(?:the[ ]|our[ ])?{Code}\b{Within}{"{0,40}"}?
          \b(?:(?:is|are)[ ])?(?:coming[ ]soon|available[ ]soon|(?:released|open[- ]sourced)[ ]soon)\b
        |
        \b(?:we|authors)[ ](?:will|plan[ ]to|intend[ ]to|are[ ]going[ ]to)[ ](?:soon[ ]|publicly[ ])?
          (?:release|open[- ]source|publish|share|provide|make[ ](?:public|available))\b{Within}{"{0,60}"}?\b{Code}\b
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PromisePattern();
}

using System.Text.RegularExpressions;
using PaperGraph.Model;

namespace PaperGraph.Sources.Links;

/// <summary>Where a link ends: before punctuation that belongs to the sentence, and before what is glued behind it.</summary>
internal static partial class LinkSpan
{
    // A longer run of characters is no address.
    private const int MaxLength = 2_000;
    private const string EscapedByTeX = "_%&#~$";

    /// <summary>The length of the link that begins at <paramref name="start"/>.</summary>
    /// <param name="begun">The length of its beginning, in which blanks may stand.</param>
    public static int Length(string text, int start, int begun)
    {
        var end = Walk(text, start + begun);
        var span = text.AsSpan(start, end - start);
        if (span.Length > MaxLength) return span.Length;
        if (NextLink(span) is > 0 and var next) span = span[..next];
        span = TrimPunctuation(span);
        if (FindGluedSentence(span.ToString(), text.AsSpan(start + span.Length)) is { } glued) span = span[..glued];
        return TrimPunctuation(span).Length;
    }

    /// <summary>
    /// Removes the backslashes and braces with which TeX writes an underscore and the like, and blanks and invisible
    /// characters.
    /// </summary>
    public static string Unescape(string quote)
    {
        if (quote.Contains('\\', StringComparison.Ordinal)) quote = EscapePattern().Replace(quote, "$1");
        return quote.AsSpan().ContainsAny(' ', '\u00A0') || quote.AsSpan().ContainsAny(InvisibleCharacters.All)
            ? string.Concat(quote.Where(letter => !Prose.IsBlank(letter) && !InvisibleCharacters.Contains(letter)))
            : quote;
    }

    private static ReadOnlySpan<char> TrimPunctuation(ReadOnlySpan<char> span) =>
        span.TrimEnd(".,;:!?'\"*~-\u200B\u2060\uFEFF\u00AD");

    /// <summary>Where the next sentence begins that lost the blank before it, such as "…/corenet.Our models".</summary>
    private static int? FindGluedSentence(string span, ReadOnlySpan<char> following)
    {
        if (GluedOpenerPattern().Match(span) is { Success: true } opener) return opener.Index;
        return SentenceGoesOnPattern().IsMatch(following) && GluedWordPattern().Match(span) is { Success: true } word ? word.Index : null;
    }

    private static int Walk(string text, int start)
    {
        var open = (Round: 0, Square: 0);
        for (var index = start; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '\\' when index + 1 < text.Length && EscapedByTeX.Contains(text[index + 1], StringComparison.Ordinal):
                    index++;
                    break;
                case '{' when IsBracedEscape(text, index):
                    index += "\\_}".Length;
                    break;
                case '(': open.Round++; break;
                case ')' when open.Round-- == 0: return index;
                case '[': open.Square++; break;
                case ']' when open.Square-- == 0: return index;
                case ')' or ']': break;
                case var letter when InvisibleCharacters.Contains(letter): break;
                case <= ' ' or > '~' or '<' or '>' or '"' or '{' or '}' or '\\' or '^' or '`' or '|' or '$': return index;
            }
        }
        return text.Length;
    }

    private static bool IsBracedEscape(string text, int index) =>
        index + 3 < text.Length && text[index + 1] == '\\' && text[index + 3] == '}'
        && EscapedByTeX.Contains(text[index + 2], StringComparison.Ordinal);

    // Two links with at most a comma between them. A link within the query or path of another stays there.
    private static int NextLink(ReadOnlySpan<char> span)
    {
        const int Scheme = 8;
        if (span.Length <= Scheme) return -1;
        var next = span[Scheme..].IndexOf("http", StringComparison.OrdinalIgnoreCase);
        if (next <= 0 || span[Scheme + next - 1] is '/' or '=') return -1;
        var rest = span[(Scheme + next)..];
        var isLink = rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        return isLink ? Scheme + next : -1;
    }

    // These words open sentences and end no names.
    [GeneratedRegex(
        @"(?<=/[^/]+)\.(?:Additionally|All|Also|An?|As|Based|Both|By|Checkpoints?|Codes?|Compared|Data|Datasets?|Demos?|Each|Empirical"
            + "|Empirically|Evaluations?|Experiments?|Extensive|Finally|For|Furthermore|Here|However|In|It|Keywords?|Models?|More"
            + "|Moreover|On|Our|Please|Project|Results?|See|Source|The|These|This|Through|To|Using|Videos?|We|Website|Weights?|With)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex GluedOpenerPattern();

    [GeneratedRegex(@"(?<=/[^/]+)\.[A-Z][a-z]+$", RegexOptions.CultureInvariant)]
    private static partial Regex GluedWordPattern();

    // Behind a name with a full stop in it, such as Fold.Net, the sentence of that name goes on with one of these.
    [GeneratedRegex(
        "^ (?!(?:and|or|for|with|to|under|in|on|at|as|by|from|of|via|but|which|that|where|while|is|are|was|were|will|can|has)\\b)[a-z]",
        RegexOptions.CultureInvariant)]
    private static partial Regex SentenceGoesOnPattern();

    [GeneratedRegex(@"\{?\\([_%&#~$])\}?", RegexOptions.CultureInvariant)]
    private static partial Regex EscapePattern();
}

using System.Text.RegularExpressions;

namespace PaperGraph.Sources.Links;

/// <summary>Where a link ends: before punctuation that belongs to the sentence, and before what is glued behind it.</summary>
internal static partial class LinkSpan
{
    // Nothing longer is taken for an address.
    private const int MaxLength = 2_000;
    private const string EscapedByTeX = "_%&#~$";

    /// <summary>The length of the link that begins at <paramref name="start"/>.</summary>
    public static int Length(string text, int start)
    {
        var end = Walk(text, start);
        var span = text.AsSpan(start, end - start);
        if (span.Length > MaxLength) return span.Length;
        if (NextLink(span) is > 0 and var next) span = span[..next];
        span = TrimPunctuation(span);
        if (GluedSentencePattern().Match(span.ToString()) is { Success: true } glued) span = span[..glued.Index];
        return TrimPunctuation(span).Length;
    }

    /// <summary>Without the backslashes and braces with which TeX writes an underscore and the like.</summary>
    public static string Unescape(string quote) =>
        quote.Contains('\\', StringComparison.Ordinal) ? EscapePattern().Replace(quote, "$1") : quote;

    private static ReadOnlySpan<char> TrimPunctuation(ReadOnlySpan<char> span) => span.TrimEnd(".,;:!?'\"*~-");

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

    // "…/corenet.Our models": the blank behind a full stop was lost.
    [GeneratedRegex(
        @"(?<=/[^/]+)\.(?:Additionally|All|An?|Codes?|Data|Datasets?|For|Furthermore|Here|In|It|Models?|Moreover|Our|Project|Source"
            + "|The|These|This|To|We)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex GluedSentencePattern();

    [GeneratedRegex(@"\{?\\([_%&#~$])\}?", RegexOptions.CultureInvariant)]
    private static partial Regex EscapePattern();
}

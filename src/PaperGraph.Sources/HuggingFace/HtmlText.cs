using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace PaperGraph.Sources.HuggingFace;

/// <summary>The text of an HTML page, which is held whole: a page of papers has some hundred thousand letters.</summary>
/// <param name="IsUtf8">False where a replacement character stands for what could not be read.</param>
internal sealed partial record HtmlText(string Text, bool IsUtf8)
{
    /// <summary>How many tags may lie within each other; pages of papers have some thirty.</summary>
    public const int MaxDepth = 500;

    /// <summary>How many tags there may be, each a kilobyte of memory; pages of a month's papers have some fifty thousand.</summary>
    public const int MaxTags = 200_000;

    /// <summary>Null where the page is longer, has more tags, or has them deeper in each other.</summary>
    public static async Task<HtmlText?> ReadAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int length; (length = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (bytes.Length + length > maxBytes) return null;
            bytes.Write(buffer, 0, length);
        }
        var content = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        // HTML would put a letter in the place of NUL.
        var html = Prose.WithoutNul(Encoding.UTF8.GetString(content));
        return IsDeep(html) || html.AsSpan().Count('<') > MaxTags ? null : new HtmlText(html, Utf8.IsValid(content));
    }

    /// <summary>Counts tags, without those that need no end or have none.</summary>
    private static bool IsDeep(string html)
    {
        var depth = 0;
        foreach (var match in TagPattern().EnumerateMatches(html))
        {
            depth = Math.Max(0, depth + (html[match.Index + 1] == '/' ? -1 : 1));
            if (depth > MaxDepth) return true;
        }
        return false;
    }

    [GeneratedRegex(
        """
        </?(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|td|th|tr|tbody|thead|tfoot|option|optgroup
            |path|circle|rect|line|polygon|use|stop)\b)[a-z]
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex TagPattern();
}

using System.Text.RegularExpressions;
using PaperGraph.Model;
using PaperGraph.Model.Links;

namespace PaperGraph.Sources.Links;

/// <summary>Finds links in titles and abstracts, with and without scheme, in plain text, TeX and Markdown.</summary>
public static partial class LinkFinder
{
    /// <summary>All links in the order of the text, none within another.</summary>
    public static IReadOnlyList<FoundLink> Find(string text)
    {
        var links = new List<FoundLink>();
        for (var from = 0; from < text.Length;)
        {
            var begin = BeginPattern().Match(text, from);
            if (!begin.Success) break;

            var length = LinkSpan.Length(text, begin.Index, begin.Length);
            from = begin.Index + Math.Max(begin.Length, length);
            var quote = text.Substring(begin.Index, length);
            if (LinkTargetParser.Parse(LinkSpan.Unescape(quote)) is not { } target) continue;
            if (target is ResourceTarget { Kind: ResourceKind.Other } other && IsCalledProjectPage(text, begin.Index))
                target = LinkTargetParser.AsProjectPage(other);
            links.Add(new FoundLink(target, begin.Index, length, quote));
        }
        return links;
    }

    private static bool IsCalledProjectPage(string text, int start)
    {
        const int Before = 60;
        return ProjectPagePattern().IsMatch(text.AsSpan(Math.Max(0, start - Before), Math.Min(start, Before)));
    }

    // What authors leave within an address: a blank, or what is not seen.
    private const string Gap = @"[\u00AD\u200B\u2060\uFEFF\u00A0\u0020]{0,2}";

    private const string Hosts = @"github\.com|gitlab\.com|gitee\.com|bitbucket\.org|codeberg\.org|huggingface\.co";

    private const string BrokenHosts = @"(?:github|gitlab|gitee)(?:[ ]\.[ ]?|\.[ ])com|huggingface(?:[ ]\.[ ]?|\.[ ])co";

    [GeneratedRegex(
        $$"""
        https?:// [ ]? (?:www\.)? (?:{{Hosts}}) (?: [ ]?/[ ] | [ ]/ ) (?!and/or\b)(?=[a-z0-9_-]+/[a-z0-9_.-])
        |
        (?<![\w@./:-]) (?:https?{{Gap}}:{{Gap}}//{{Gap}})? (?:www\.)? (?:{{BrokenHosts}}) / (?=[a-z0-9_-]+/[a-z0-9_.-])
        |
        https?://(?=[A-Za-z0-9])
        |
        https?{{Gap}}:{{Gap}}//{{Gap}} (?=[a-z0-9-]+(?:\.[a-z0-9-]+)+)
        |
        (?<![\w@./:-])(?:
            www\.(?=[a-z0-9-]+\.)
            |
            (?:github\.com|gitlab\.com|gitee\.com|bitbucket\.org|codeberg\.org|huggingface\.co|hf\.co|bit\.ly|anonymous\.4open\.science
                |sites\.google\.com|aka\.ms|zenodo\.org|doi\.org|dx\.doi\.org|arxiv\.org)/(?=[\w-])
            |
            [a-z0-9-]{1,63}\.(?:github\.io|gitlab\.io|hf\.space)\b
        )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeginPattern();

    [GeneratedRegex(
        @"\b(?:project[ -]?(?:web)?(?:page|site)|project|web[ -]?(?:page|site)|home[ -]?page)s?\b[^.!?]{0,30}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProjectPagePattern();
}

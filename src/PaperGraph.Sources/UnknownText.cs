using System.Text;
using System.Text.RegularExpressions;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources;

/// <summary>Says of a text that holds no Daily Papers page what it looks like, and what to give in its place.</summary>
internal static partial class UnknownText
{
    /// <summary>The kinds of text that are known by their first lines, each with what to do about it.</summary>
    private static readonly (Regex Pattern, string Kind, string Advice)[] Kinds =
    [
        (FailedTransferPattern(), "the message of a download that failed", "Download it again, and look at it before importing it."),
        (WebOfSciencePattern(), "an export of Web of Science in its own format", "Export the records as RIS or BibTeX."),
        (LatexPattern(), "the source of a LaTeX document", "Give its .bib file for its references."),
        (FrontMatterPattern(), "YAML, or a file that begins with it", "Give the JSON that it was made from, or a page saved as text."),
        (MarkdownPattern(), "Markdown", "Give the answer of huggingface.co/api/daily_papers, or the page itself, saved as text or HTML."),
        (SeparatedPattern(), "a table of values with separators (CSV or TSV) in which no column is named “title”",
            "Name the columns in its first line as `papergraph formats` tells of csv."),
    ];

    public static UnreadableInput Describe(Probe probe)
    {
        var text = Text(probe);
        foreach (var (pattern, kind, advice) in Kinds)
            if (pattern.IsMatch(text)) return new UnreadableInput($"This looks like {kind}, which is not read.", advice);
        return new UnreadableInput(
            "This text is no Daily Papers page: it has neither the head of one nor a line with authors and a date.",
            "Save a page of huggingface.co/papers as text, from its head to its foot, or give JSON.");
    }

    /// <summary>
    /// What to say of references in a format of their own, in which a name and a date may look like the byline of a page; null of any other
    /// text.
    /// </summary>
    public static UnreadableInput? DescribeReferences(Probe probe) => ReferencesPattern().IsMatch(Text(probe)) ? Describe(probe) : null;

    private static string Text(Probe probe) => Encoding.UTF8.GetString(probe.Text).ReplaceLineEndings("\n");

    [GeneratedRegex(@"\A\s*(?:FN .+\nVR [0-9.]+\n|PT [A-Z]\nAU )", RegexOptions.CultureInvariant)]
    private static partial Regex ReferencesPattern();

    [GeneratedRegex(@"\A(?:curl: \([0-9]+\) |wget: |--[0-9-]{10} [0-9:]{8}--  http|HTTP/[0-9.]+ [0-9]{3})", RegexOptions.CultureInvariant)]
    private static partial Regex FailedTransferPattern();

    [GeneratedRegex(@"\A(?:FN .+\nVR [0-9.]+\n|PT [A-Z]\nAU )", RegexOptions.CultureInvariant)]
    private static partial Regex WebOfSciencePattern();

    [GeneratedRegex(@"^\\(?:documentclass|begin\{document\})", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex LatexPattern();

    [GeneratedRegex(@"\A---\n[A-Za-z_][A-Za-z0-9_ -]*:", RegexOptions.CultureInvariant)]
    private static partial Regex FrontMatterPattern();

    [GeneratedRegex(@"^#{1,6} \S|^\|(?: ?:?-+:? ?\|)+\s*$|\]\(https?://|^```", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex MarkdownPattern();

    [GeneratedRegex(
        @"\A[\p{L}\p{N}_ ""-]{1,40}(?:(?<separator>[,;\t|])[\p{L}\p{N}_ ""-]{1,40})(?:\k<separator>[\p{L}\p{N}_ ""-]{1,40})*\n"
        + @"(?:[^\n]*\k<separator>[^\n]*(?:\n|\z))",
        RegexOptions.CultureInvariant)]
    private static partial Regex SeparatedPattern();
}

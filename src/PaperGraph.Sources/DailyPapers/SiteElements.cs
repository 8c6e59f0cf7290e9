using System.Text.RegularExpressions;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>What the site writes on a line of its own: its boilerplate, and the addresses of papers.</summary>
internal static partial class SiteElements
{
    private const int MaxSubmitterLength = 60;
    private const int MaxAddressLength = 200;

    /// <summary>The element that a line is by itself; null where it is a paper's text.</summary>
    public static PageElement? Find(TextLine line)
    {
        var isMark = Boilerplate.IsMark(line.Text);
        if (isMark || Boilerplate.IsHeading(line.Text)) return new HeadingElement(line.Number, isMark);
        if (line.Text.Length <= MaxSubmitterLength && Boilerplate.IsSubmitter(line.Text)) return new SubmitterElement(line.Number);
        if (Boilerplate.IsAround(line.Text)) return new SurroundingElement(line.Number);
        return line.Text.Length <= MaxAddressLength && (AddressPattern().IsMatch(line.Text) || IdPattern().IsMatch(line.Text))
            ? new AddressElement(line.Number, line.Text)
            : null;
    }

    [GeneratedRegex(
        @"^<?https?://(?:www\.)?(?:huggingface\.co/papers|arxiv\.org/(?:abs|pdf))/[^\s>]+>?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"^arxiv: ?\d{4}\.\d{4,5}(?:v\d+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}

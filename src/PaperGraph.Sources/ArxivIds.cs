using System.Text.RegularExpressions;

namespace PaperGraph.Sources;

/// <summary>Identifiers of arXiv, new (2312.03876) and old (quant-ph/0201082), without their version.</summary>
internal static partial class ArxivIds
{
    private const int MaxLength = 300;

    /// <summary>The identifier that a text is; null where it is none.</summary>
    public static string? Parse(string text) => text.Length <= MaxLength ? Value(WholePattern().Match(text.Trim())) : null;

    /// <summary>The identifier in the address of a paper on arxiv.org or huggingface.co, absolute or from the root.</summary>
    public static string? OfAddress(string address) => address.Length <= MaxLength ? Value(AddressPattern().Match(address)) : null;

    private static string? Value(Match match) => match.Success ? match.Groups["id"].Value : null;

    private const string Id = @"(?<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?";

    [GeneratedRegex($@"^(?:arXiv: ?)?{Id}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WholePattern();

    [GeneratedRegex($@"(?:^|//(?:www\.)?(?:huggingface\.co|arxiv\.org|hf\.co))/(?:papers|abs|pdf|html)/{Id}(?:\.pdf)?(?:[/?#>]|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AddressPattern();
}

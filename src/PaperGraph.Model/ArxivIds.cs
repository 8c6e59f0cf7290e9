using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperGraph.Model;

/// <summary>
/// Identifiers of arXiv in their one canonical form, without version: new ones (<c>2312.03876</c>), and those from before April
/// 2007 with the archive in lower case and with its subject class where that is printed (<c>quant-ph/0201082</c>,
/// <c>math.GT/0309136</c>, <c>cond-mat.str-el/0703001</c>).
/// </summary>
public static partial class ArxivIds
{
    private const int MaxLength = 300;

    /// <summary>In lower case, as DOIs are everywhere in the database.</summary>
    private const string RegisteredDoi = "10.48550/arxiv.";

    /// <summary>
    /// The identifier that a text is: alone, as arXiv prints, cites or names its files by it (<c>arXiv:2405.00001v2 [cs.CL] 1 May 2024</c>,
    /// <c>2405.00001v2.pdf</c>), as a DOI of arXiv, or as an address of the paper. Null where it is none.
    /// </summary>
    public static string? Parse(string text) =>
        text.Length <= MaxLength ? Canonical(WholePattern().Match(text.Trim())) ?? FromAddress(text.Trim()) : null;

    /// <summary>The identifier in the address of a paper, absolute, without scheme, or from the root. Null where it holds none.</summary>
    public static string? FromAddress(string address) =>
        address.Length <= MaxLength ? Canonical(AddressPattern().Match(address)) : null;

    /// <summary>
    /// What identifiers are compared by: lower case, and without the subject class, because arXiv knows one paper as
    /// <c>math.GT/0309136</c> and as <c>math/0309136</c>.
    /// </summary>
    /// <param name="id">The id without its version.</param>
    public static string ToKey(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        var dot = slash < 0 ? -1 : id.AsSpan(0, slash).IndexOf('.');
        return (dot < 0 ? id : string.Concat(id.AsSpan(0, dot), id.AsSpan(slash))).ToLowerInvariant();
    }

    /// <summary>
    /// The key of the paper with an arXiv id as one would paste it, with a version, as an address, or with the subject class:
    /// <c>https://arxiv.org/abs/math.GT/0309136v1</c> is <c>math/0309136</c>. Null where it is no arXiv id.
    /// </summary>
    public static string? ParseKey(string text) => Parse(text) is { } id ? ToKey(id) : null;

    /// <summary>The DOI that arXiv registers for each of its papers (https://info.arxiv.org/help/doi.html).</summary>
    public static string ToDoi(string id) => RegisteredDoi + ToKey(id);

    /// <summary>What a DOI that arXiv registered holds as the id, as it is; null where another registered it.</summary>
    public static string? FromDoi(string? doi) =>
        doi is not null && doi.Length > RegisteredDoi.Length && doi.StartsWith(RegisteredDoi, StringComparison.OrdinalIgnoreCase)
            ? doi[RegisteredDoi.Length..]
            : null;

    private static string? Canonical(Match match)
    {
        if (!match.Success) return null;
        var number = match.Groups["number"].Value;
        if (!match.Groups["archive"].Success) return IsOfItsMonth(number) ? number : null;

        // Subject classes of two letters are capitals (math.GT), the others are words (cond-mat.str-el).
        var subject = match.Groups["class"].Value.ToLowerInvariant();
        if (subject.Length == 2) subject = subject.ToUpperInvariant();
        return $"{match.Groups["archive"].Value.ToLowerInvariant()}{(subject.Length > 0 ? "." : "")}{subject}/{number}";
    }

    /// <summary>Numbers begin in April 2007, with four digits a month until the end of 2014 and five since.</summary>
    private static bool IsOfItsMonth(string number)
    {
        var year = int.Parse(number.AsSpan(0, 2), CultureInfo.InvariantCulture);
        var month = int.Parse(number.AsSpan(2, 2), CultureInfo.InvariantCulture);
        var digits = number.Length - "yymm.".Length;
        return month is >= 1 and <= 12 && (year, month).CompareTo((7, 4)) >= 0 && digits == (year < 15 ? 4 : 5);
    }

    private const string Id =
        "(?:(?<number>[0-9]{4}[.][0-9]{4,5})|(?<archive>[a-z]+(?:-[a-z]+)?)(?:[.](?<class>[a-z]+(?:-[a-z]+)?))?/(?<number>[0-9]{7}))"
            + "(?:v[0-9]{1,3})?";

    private const string DoiPrefix = @"(?:doi: ?)?10[.]48550/arxiv[.]";

    /// <summary>What arXiv prints behind an id on the first page of a paper: <c>[cs.CL] 1 May 2024</c>.</summary>
    private const string Stamp = @" ?[\[(][a-z-]+(?:[.][a-z-]+)?[\])](?: [0-9]{1,2} [a-z]{3,9} [0-9]{4})?";

    [GeneratedRegex(
        $@"^(?:oai:arxiv[.]org:|arxiv(?: ?: ?|[ ./])|{DoiPrefix})?{Id}(?:[.]pdf|{Stamp})?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WholePattern();

    [GeneratedRegex($"""
        ^(?:https?://)?
        (?:
            (?:(?:www|export|browse|[a-z][a-z])[.])?arxiv[.]org/(?:abs|pdf|html|ps|format|e-print|src|bibtex)/(?:arxiv:)?
            | (?:(?:www[.])?(?:huggingface[.]co|hf[.]co)(?:/api)?)?/papers/
            | /(?:abs|pdf|html)/
            | (?:www[.])?alphaxiv[.]org/(?:[a-z][a-z]/)?(?:abs|pdf|html|overview|audio)/
            | (?:www[.])?ar5iv(?:[.]labs[.]arxiv)?[.]org/(?:abs|html|pdf)/
            | (?:(?:www|api)[.])?semanticscholar[.]org/(?:graph/v1/paper/)?arxiv[:/]
            | ui[.]adsabs[.]harvard[.]edu/abs/arxiv:
            | inspirehep[.]net/arxiv/
            | (?:dx[.])?doi[.]org/10[.]48550/arxiv[.]
        )
        {Id}(?:[.](?:pdf|ps|html|md))?(?:[/?\#>]|$)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex AddressPattern();
}

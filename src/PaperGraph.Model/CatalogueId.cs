using System.Text.RegularExpressions;

namespace PaperGraph.Model;

/// <summary>Catalogues that know papers by ids of their own, beside those from which papers are read.</summary>
public enum CatalogueIdKind
{
    /// <summary>Microsoft Academic Graph.</summary>
    Mag,

    /// <summary>PubMed.</summary>
    Pmid,

    /// <summary>PubMed Central.</summary>
    Pmcid,

    /// <summary>The ACL Anthology.</summary>
    Acl,

    /// <summary>The DBLP computer science bibliography.</summary>
    Dblp,
}

/// <summary>The id of a paper in a catalogue.</summary>
/// <param name="Id">
/// As the catalogue writes it: <c>2741809807</c>, <c>29456894</c>, <c>PMC5815332</c>, <c>P19-1001</c> or <c>2020.acl-main.1</c>,
/// <c>conf/nips/VaswaniSPUJGKP17</c>.
/// </param>
public sealed partial record CatalogueId(CatalogueIdKind Kind, string Id)
{
    private const int MaxLength = 300;

    /// <summary>
    /// The id that a text is, or the address of the paper's page holds: <c>PMID: 29456894</c>, <c>https://aclanthology.org/P19-1001/</c>,
    /// <c>DBLP:conf/nips/VaswaniSPUJGKP17</c>. Null where it is none; a number alone is none.
    /// </summary>
    public static CatalogueId? Parse(string text)
    {
        text = text.Trim();
        if (text.Length is 0 or > MaxLength) return null;
        foreach (var (kind, pattern) in Pasted)
            if (pattern().Match(text) is { Success: true } match) return Create(kind, match.Groups["id"].Value);
        return null;
    }

    /// <summary>The id that a source gives in a catalogue's own field, or its address there; null where it can be none.</summary>
    public static CatalogueId? Create(CatalogueIdKind kind, string id)
    {
        id = id.Trim();
        if (id.Length is 0 or > MaxLength) return null;
        if (id.Contains("://", StringComparison.Ordinal)) return Parse(id) is { } pasted && pasted.Kind == kind ? pasted : null;
        if (!Own(kind).IsMatch(id)) return null;
        return new CatalogueId(kind, kind switch
        {
            CatalogueIdKind.Pmcid => $"PMC{id[(id.StartsWith("PMC", StringComparison.OrdinalIgnoreCase) ? 3 : 0)..].TrimStart('0')}",
            CatalogueIdKind.Mag or CatalogueIdKind.Pmid => id.TrimStart('0'),
            // The older ids begin with a capital, the newer ones have a name within.
            CatalogueIdKind.Acl => char.IsAsciiDigit(id[0]) ? id.ToLowerInvariant() : id.ToUpperInvariant(),
            _ => id,
        });
    }

    private static readonly (CatalogueIdKind Kind, Func<Regex> Pattern)[] Pasted =
    [
        (CatalogueIdKind.Pmid, PastedPmid), (CatalogueIdKind.Pmcid, PastedPmcid), (CatalogueIdKind.Acl, PastedAcl),
        (CatalogueIdKind.Dblp, PastedDblp), (CatalogueIdKind.Mag, PastedMag),
    ];

    private static Regex Own(CatalogueIdKind kind) => kind switch
    {
        CatalogueIdKind.Pmcid => OwnPmcid(),
        CatalogueIdKind.Acl => OwnAcl(),
        CatalogueIdKind.Dblp => OwnDblp(),
        _ => OwnNumber(),
    };

    private const string AclId = @"[A-Z][0-9]{2}-[0-9]{4,5}|[0-9]{4}\.[a-z0-9]+-[a-z0-9]+\.[0-9]{1,4}";

    private const string DblpId = @"(?:conf|journals|books|phd|reference|series|tr)/[^\s/?#\p{C}]+/[^\s/?#\p{C}]+";

    [GeneratedRegex("^0*[1-9][0-9]{0,11}$")]
    private static partial Regex OwnNumber();

    [GeneratedRegex("^(?:PMC)?0*[1-9][0-9]{0,11}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnPmcid();

    [GeneratedRegex($"^(?:{AclId})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnAcl();

    [GeneratedRegex($"^{DblpId}$")]
    private static partial Regex OwnDblp();

    [GeneratedRegex(
        @"^(?:PMID:? ?|(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/)"
            + @"(?<id>[0-9]{1,12})/?(?:[?#]\S*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PastedPmid();

    [GeneratedRegex(
        @"^(?:PMCID:? ?(?:PMC)?|PMC|(?:https?://)?(?:(?:www\.)?ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/(?:PMC)?)"
            + @"(?<id>[0-9]{1,12})/?(?:[?#]\S*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PastedPmcid();

    [GeneratedRegex(
        $@"^(?:ACL:? ?|(?:https?://)?(?:www\.)?(?:aclanthology\.org|aclweb\.org/anthology)/)?(?<id>{AclId})(?:\.pdf|\.bib)?/?(?:[?#]\S*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PastedAcl();

    [GeneratedRegex(
        $@"^(?i:DBLP:? ?|(?:https?://)?(?:www\.)?dblp\.(?:org|uni-trier\.de|dagstuhl\.de)/(?:rec/)?(?:html/|bibtex/)?)?"
            + $@"(?<id>{DblpId}?)(?i:\.html|\.bib|\.xml)?(?:[?#]\S*)?$")]
    private static partial Regex PastedDblp();

    [GeneratedRegex("^MAG:? ?(?<id>[0-9]{1,12})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PastedMag();
}

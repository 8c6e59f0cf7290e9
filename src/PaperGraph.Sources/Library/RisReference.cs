using System.Text;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Bytes;
using PaperGraph.Sources.Json;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Library;

/// <summary>The lines of one reference, under the tags of RIS, to which readers of like formats translate theirs.</summary>
/// <param name="first">The line on which it begins.</param>
/// <param name="maxLength">The most characters that it may have; what goes beyond is left out, and so is the reference.</param>
/// <param name="tags">What the format calls a tag of RIS; null where it is RIS.</param>
internal sealed class RisReference(int first, int maxLength, Func<string, string>? tags = null)
{
    private static readonly string[] NumberTags = ["SP", "VL", "M3", "C1"];

    private readonly List<(string Tag, StringBuilder Text)> lines = [];
    private IReadOnlyList<(string Tag, string Value)> values = [];
    private int length;
    private readonly FieldProblemCollector problems = new();

    public int Lines => lines.Count;

    /// <param name="tag">Null where the line goes on with the value before it.</param>
    public void Add(string? tag, string value, TextLine line)
    {
        length = (int)Math.Min(int.MaxValue, (long)length + value.Length + 1);
        if (length > maxLength) return;
        if (line.Damage is { } damage)
        {
            problems.AddWhole(value, damage.Message, damage.Advice);
            return;
        }
        if (tag is not null) lines.Add((tag, new StringBuilder(value)));
        else if (lines.Count > 0 && !Prose.IsEmpty(value)) lines[^1].Text.Append('\n').Append(value);
    }

    public SourceRecord Read()
    {
        values = [.. lines.Select(line => (line.Tag, line.Text.ToString()))];
        if (length > maxLength)
        {
            return SourceRecord.Unreadable(
                first, 1, First("TI", "T1", "CT", "BT") ?? "", $"This reference is longer than {maxLength} characters.",
                tags is null ? "End it with a line of the tag ER." : "Look whether it is one reference.");
        }
        if (InlineMarkup.Line(First("TI", "T1", "CT", "BT")) is not { } title)
        {
            if (problems.All.Count == 0)
                problems.AddWhole(
                    string.Join("; ", values.Select(value => value.Value)), "This reference has no title.",
                    $"Give it one in {Name("TI")}.");
            return SourceRecord.From(null, problems, first, 1);
        }

        var (authors, areAll) = Authors();
        var addresses = values.Where(value => value.Tag is "UR" or "L1" or "L2").SelectMany(value => value.Value.Split(["; ", "\n", " "],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        var paper = new ListedPaper
        {
            Title = title,
            Abstract = values.Where(value => value.Tag is "AB" or "N2").Select(value => InlineMarkup.Paragraphs(value.Value))
                .FirstOrDefault(text => text is not null),
            ArxivId = LibraryIds.FindArxiv(
                [
                    .. addresses, First("AN"), First("M1"), First("JO", "JF", "T2"), First("PB"), First("N1"), First("DO"),
                    .. NumberTags.Select(tag => LibraryIds.Named(First(tag))),
                ]),
            Doi = LibraryIds.Doi(Name("DO"), First("DO"), problems) ?? addresses.Select(Doi.Parse).FirstOrDefault(doi => doi is not null)
                ?? values.Where(value => value.Tag is "N1").Select(value => LibraryIds.FindDoi(value.Value))
                    .FirstOrDefault(doi => doi is not null),
            Url = addresses.FirstOrDefault(address => address.StartsWith("http", StringComparison.OrdinalIgnoreCase)) ?? NoAddress(),
            PublishedOn = Day(),
            AuthorNames = authors,
            AuthorCount = areAll && authors.Count > 0 ? authors.Count : null,
            Links = ReferenceLinks.Find([.. addresses.Select(address => (Name("UR"), address)), (Name("N1"), First("N1"))]),
            Details = CatalogueIds(addresses) is { } ids ? new PaperDetails { Ids = ids } : null,
            Rank = 0,
        };
        return SourceRecord.From(paper, problems, first, 1);
    }

    /// <summary>Of PubMed the id is an accession number; EndNote keeps that of PubMed Central in C2.</summary>
    private StatedCatalogueIds? CatalogueIds(IEnumerable<string> addresses) => LibraryIds.CatalogueIds(
    [
        First("DB", "DP") is { } database && database.Contains("pubmed", StringComparison.OrdinalIgnoreCase) && First("AN") is { } number
            ? $"PMID: {number}"
            : null,
        First("C2") is { } other && other.StartsWith("PMC", StringComparison.Ordinal) ? $"PMCID: {other}" : null,
        .. values.Where(value => value.Tag is "N1" or "M1").Select(value => value.Value), .. addresses,
    ]);

    private string Name(string tag) => tags?.Invoke(tag) ?? tag;

    private string? First(params ReadOnlySpan<string> tags)
    {
        foreach (var tag in tags)
            foreach (var (stated, value) in values)
                if (stated == tag && Prose.LineOrNull(value) is { } line) return line;
        return null;
    }

    /// <summary>Year, month, day and words, with slashes between; a year or a month alone is no day.</summary>
    private DateOnly? Day()
    {
        foreach (var tag in (string[])["DA", "Y1", "PY"])
            if (ReferenceDate.Day(Name(tag), First(tag), problems) is { } day) return day;
        return ReferenceDate.Day(First("DA"), First("PY", "Y1"));
    }

    /// <summary>The names, and whether they are all of them.</summary>
    private (List<string> Names, bool AreAll) Authors()
    {
        var names = new List<string>();
        var areAll = true;
        foreach (var (tag, value) in values.Where(value => value.Tag is "AU" or "A1"))
        {
            // EndNote ends the name of a group with a comma.
            foreach (var name in PersonNames.Split(PersonNames.Join(value)?.TrimEnd(',') ?? ""))
            {
                if (PersonNames.AreOthers(name)) areAll = false;
                else if (PersonNames.IsOne(name)) names.Add(PersonNames.InReadingOrder(name));
                else problems.Add(Name(tag), name, "no name of a person");
            }
        }
        return (names, areAll);
    }

    /// <summary>Tells of what stands in UR and leads nowhere. Paths, and addresses of other kinds than the web's, lead somewhere.</summary>
    private string? NoAddress()
    {
        if (First("UR") is { } text
            && !text.AsSpan().ContainsAny(":/\\") && !text.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            problems.Add(Name("UR"), text, "no address");
        return null;
    }
}

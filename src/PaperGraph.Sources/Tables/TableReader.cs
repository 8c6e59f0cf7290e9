using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Bytes;
using PaperGraph.Sources.Json;
using PaperGraph.Sources.Library;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Tables;

/// <summary>
/// Tables of papers, a row each, with the names of the columns before them: what Zotero, Scopus, Web of Science, PubMed, IEEE Xplore,
/// Google Scholar, OpenAlex and others export, or a person writes. Between the values stand commas, tabs, semicolons or bars.
/// </summary>
internal sealed class TableReader : RecordReader
{
    /// <summary>Some programs put a line of their own before the names of the columns.</summary>
    private const int MaxLinesBefore = 5;

    private static readonly string[] Missing = ["nan", "NaN", "NaT", "None", "null", "NULL", "N/A"];

    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.Csv,
        Description = "Tables of papers with separators (CSV, TSV), as Zotero, Scopus, Web of Science, PubMed, IEEE Xplore, Google Scholar "
            + "and OpenAlex export them.",
        ToldBy = "a line that names columns, one of the title and one at least of authors, abstract, DOI, arXiv id, date or year",
        Refuses = "rows without a title, and rows with more or fewer values than there are columns",
        Example = "papergraph import library.csv",
    };

    public override bool Accepts(Probe probe)
    {
        if (probe.IsMarkup || probe.Json is not null) return false;
        var before = 0;
        foreach (var range in probe.Text.SplitAny("\r\n"u8))
        {
            if (probe.Text[range].IsEmpty) continue;
            if (TableColumns.Parse(Encoding.UTF8.GetString(probe.Text[range])) is not null) return true;
            if (++before == MaxLinesBefore) return false;
        }
        return false;
    }

    protected override async IAsyncEnumerable<SourceRecord> ReadRecordsAsync(
        Input input, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var lines = LineReader.Open(input, options).ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        TableColumns? columns = null;
        for (var before = 0; columns is null && before < MaxLinesBefore && await lines.MoveNextAsync();)
        {
            if (Prose.IsEmpty(lines.Current.Text)) continue;
            before++;
            columns = TableColumns.Parse(lines.Current.Text);
        }
        if (columns is null)
        {
            yield return SourceRecord.OfInput(
                "No line names the columns of a table of papers: their titles, and authors, DOIs, dates or the like.",
                "Put a line with their names before the rows.");
            yield break;
        }

        var splitter = new TableSplitter(columns.Separator, columns.Count, options.MaxUnitBytes);
        await foreach (var row in splitter.SplitAsync(Rest(lines), cancellationToken))
            if (Read(row, columns) is { } record) yield return record;
    }

    private static async IAsyncEnumerable<TextLine> Rest(IAsyncEnumerator<TextLine> lines)
    {
        while (await lines.MoveNextAsync()) yield return lines.Current;
    }

    /// <summary>Null for what is no paper and nothing to tell of.</summary>
    private static SourceRecord? Read(TableRow row, TableColumns columns)
    {
        if (row.Values.Count == 0)
            return SourceRecord.Unreadable(row.Line, 1, row.Words, row.Problem!, "Correct the row; until then it is left out.");

        var problems = new FieldProblemCollector();
        if (row.Problem is { } damage) problems.AddWhole(row.Words, damage, "Look whether all of the row was read as it should be.");
        string? Text(TableField field) => Stated(field).Text;
        (string Name, string? Text) Stated(TableField field)
        {
            foreach (var (index, name) in columns.Of(field))
                if (row.Values[index].Trim() is { Length: > 0 } value && !Missing.Contains(value)) return (name, value);
            return ("", null);
        }

        if (Text(TableField.Type) is "attachment" or "note" or "annotation") return null;
        if (InlineMarkup.Line(Text(TableField.Title)) is not { } title)
        {
            problems.AddWhole(row.Words, "This row has no title.", "Give it one.");
            return SourceRecord.From(null, problems, row.Line, 1);
        }

        var (authorsField, authors) = Stated(TableField.Authors);
        var (names, areAll) = authors is null
            ? ([], true)
            : TableAuthors.Read(
                authorsField, authors, isOfSeveral: !authorsField.Equals("author", StringComparison.OrdinalIgnoreCase), problems);
        var (doiField, doi) = Stated(TableField.Doi);
        var (countField, count) = Stated(TableField.CitationCount);
        var (url, note, id) = (Text(TableField.Url), Text(TableField.Note), Text(TableField.Id));
        var address = url?.Split((char[])[' ', '\n', ';', '|'])
            .FirstOrDefault(part => part.StartsWith("http", StringComparison.OrdinalIgnoreCase));
        var paper = new ListedPaper
        {
            Title = title,
            Abstract = Text(TableField.Abstract) is { } text && text != "[No abstract available]" ? InlineMarkup.Paragraphs(text) : null,
            ArxivId = LibraryIds.FindArxiv(Text(TableField.ArxivId), id, url, LibraryIds.Named(doi), note),
            Doi = LibraryIds.Doi(doiField, doi, problems) ?? (address is null ? null : Doi.Parse(address)) ?? LibraryIds.FindDoi(note),
            Url = address,
            OpenAlexId = id is not null && id.Contains("openalex", StringComparison.OrdinalIgnoreCase) ? OpenAlexIds.ParseWork(id) : null,
            PublishedOn = Day(columns.Of(TableField.Date), row, Text(TableField.Year), problems),
            AuthorNames = names,
            AuthorCount = areAll && names.Count > 0 ? names.Count : null,
            Links = ReferenceLinks.Find([("url", url), ("note", note)]),
            Details = new PaperDetails
            {
                CitationCount = Count(countField, count, problems),
                Ids = Catalogue(Text(TableField.Pmid), Text(TableField.Pmcid), note),
            },
            Rank = 0,
        };
        return SourceRecord.From(paper, problems, row.Line, 1);
    }

    /// <summary>The day that the first of the columns states that states one; a year alone is no day.</summary>
    private static DateOnly? Day(
        IReadOnlyList<(int Index, string Name)> columns, TableRow row, string? year, FieldProblemCollector problems)
    {
        foreach (var (index, name) in columns)
        {
            if (row.Values[index].Trim() is not { Length: > 0 } text || Missing.Contains(text)) continue;
            if ((ReferenceDate.Day(text, year) ?? ReferenceDate.Day(name, text, problems)) is { } day) return day;
        }
        return null;
    }

    private static int? Count(string field, string? text, FieldProblemCollector problems)
    {
        if (text is null) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            && count <= int.MaxValue && decimal.IsInteger(count))
            return (int)count;
        problems.Add(field, text, "no count");
        return null;
    }

    private static StatedCatalogueIds? Catalogue(string? pmid, string? pmcid, string? note)
    {
        // Pandas makes numbers of a column with gaps fractions.
        var number = pmid is not null && pmid.EndsWith(".0", StringComparison.Ordinal) ? pmid[..^2] : pmid;
        var inNote = LibraryIds.CatalogueIds(note);
        return StatedCatalogueIds.From(kind => kind switch
        {
            CatalogueIdKind.Pmid => (number is null ? null : CatalogueId.Create(kind, number)?.Id) ?? inNote?.Pmid,
            CatalogueIdKind.Pmcid => (pmcid is null ? null : CatalogueId.Create(kind, pmcid)?.Id) ?? inNote?.Pmcid,
            _ => null,
        });
    }
}

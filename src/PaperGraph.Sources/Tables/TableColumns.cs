using System.Text;

namespace PaperGraph.Sources.Tables;

/// <summary>Which columns of a table tell what of papers, by their names in the exports of programs and catalogues.</summary>
internal sealed class TableColumns
{
    /// <summary>
    /// The names of what columns tell, as <see cref="Key"/> writes them; those of two letters are Web of Science's. Of several in one table
    /// the first counts most.
    /// </summary>
    private static readonly Dictionary<TableField, string[]> Names = new()
    {
        [TableField.Title] = ["title", "articletitle", "documenttitle", "papertitle", "displayname", "ti"],
        [TableField.Abstract] = ["abstract", "abstractnote", "summary", "ab"],
        [TableField.Authors] =
            ["authorfullnames", "authorshipsauthordisplayname", "authors", "author", "authornames", "authorsnames", "af", "au"],
        [TableField.Doi] = ["doi", "doilink", "doiurl", "di"],
        [TableField.ArxivId] = ["arxivid", "arxiv", "eprint", "archiveid"],
        [TableField.Date] =
        [
            "publicationdate", "datepublished", "publisheddate", "published", "publishedon", "publishedat", "date", "submitted",
            "coverdate", "onlinedate", "earlyaccessdate", "pd",
        ],
        [TableField.Year] = ["publicationyear", "year", "pubyear", "py"],
        [TableField.Url] =
            ["url", "link", "paperurl", "articleurl", "sourceurl", "sourcelink", "pdflink", "pdfurl", "fulltextlink", "links"],
        [TableField.Note] = ["extra", "notes", "note", "comments", "comment"],
        [TableField.Id] = ["id", "openalexid", "paperid", "entryid", "accessionnumber", "utuniquewosid", "eid"],
        [TableField.Pmid] = ["pmid", "pubmedid", "idspmid", "pm"],
        [TableField.Pmcid] = ["pmcid", "pmc", "idspmcid"],
        [TableField.CitationCount] = ["citedby", "citedbycount", "citationcount", "timescited", "timescitedwoscore", "tc"],
        [TableField.Type] = ["itemtype"],
    };

    private readonly Dictionary<TableField, IReadOnlyList<(int Index, string Name)>> places = [];

    private TableColumns(IReadOnlyList<string> names, char separator)
    {
        Count = names.Count;
        Separator = separator;
        var keys = names.Select(Key).ToList();
        foreach (var (field, known) in Names)
        {
            var found = known.SelectMany(name => Enumerable.Range(0, keys.Count).Where(i => keys[i] == name))
                .Select(i => (i, names[i].Trim()))
                .ToList();
            if (found.Count > 0) places[field] = found;
        }
    }

    public int Count { get; }

    public char Separator { get; }

    /// <summary>The columns that tell something, the best first, each with its name.</summary>
    public IReadOnlyList<(int Index, string Name)> Of(TableField field) => places.GetValueOrDefault(field) ?? [];

    /// <summary>The columns whose names a line holds; null where it does not name those of papers: their titles, and more.</summary>
    public static TableColumns? Parse(string line)
    {
        TableColumns? best = null;
        foreach (var separator in ",\t;|")
        {
            // A table of Markdown begins with a bar.
            if (!line.Contains(separator, StringComparison.Ordinal) || line.TrimStart().StartsWith('|')) continue;
            if (TableSplitter.Values(line, separator, out var isWhole) is not { Count: > 1 } names || !isWhole) continue;
            var columns = new TableColumns(names, separator);
            if (columns.places.Count > (best?.places.Count ?? 1) && columns.Of(TableField.Title).Count > 0) best = columns;
        }
        return best;
    }

    /// <summary>A name as names are compared: its letters and digits, without a mark of the order of bytes.</summary>
    private static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var letter in name)
            if (char.IsAsciiLetterOrDigit(letter)) key.Append(char.ToLowerInvariant(letter));
        return key.ToString();
    }
}

/// <summary>What a column tells of a paper.</summary>
internal enum TableField
{
    Title,
    Abstract,
    Authors,
    Doi,
    ArxivId,
    Date,
    Year,
    Url,
    Note,
    Id,
    Pmid,
    Pmcid,
    CitationCount,
    Type,
}

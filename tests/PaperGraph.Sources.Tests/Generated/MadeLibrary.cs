using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PaperGraph.Sources.Generated;

/// <summary>Made-up papers as reference managers write them.</summary>
internal static class MadeLibrary
{
    private static readonly Dictionary<char, string> Accents = new()
    {
        ['é'] = @"{\'e}",
        ['ë'] = "{\\\"e}",
        ['ü'] = "\\\"{u}",
        ['ñ'] = @"\~{n}",
        ['ø'] = @"{\o}",
        ['Ł'] = @"{\L}",
        ['ï'] = "{\\\"\\i}",
        ['Å'] = @"{\AA}",
        ['ö'] = "{\\\"o}",
        ['ß'] = @"{\ss}",
        ['č'] = @"\v{c}",
    };

    /// <summary>The last is that of old Macs, which some programs write still.</summary>
    private static readonly string[] LineEnds = ["\n", "\r\n", "\r"];

    public static string BibTex(IReadOnlyList<MadeReference> papers, Random random)
    {
        var text = new StringBuilder("Exported by hand\n\n@string{home = {Journal of } # \"Meadows\"}\n")
            .Append("@preamble{\"\\newcommand{\\x}{y}\"}\n\n");
        foreach (var paper in papers)
        {
            var tex = random.Next(2) == 0;
            string Value(string value) => random.Next(2) == 0 ? $"{{{Tex(value, tex)}}}" : $"\"{Quoted(Tex(value, tex))}\"";

            List<string> fields =
            [
                "title = " + (random.Next(3) == 0 ? $"{{{{{Tex(paper.Title, tex)}}}}}" : Value(paper.Title)),
                "abstract = " + Value(Wrapped(paper.Abstract, random)),
                "author = " + Value(string.Join(random.Next(2) == 0 ? " and " : "  and\n    ", paper.Authors.Select(author =>
                    random.Next(2) == 0 ? $"{author.Given} {author.Family}" : $"{author.Family}, {author.Given}"))),
                "doi = " + (random.Next(2) == 0 ? $"{{{paper.Doi}}}" : $"\"https://doi.org/{paper.Doi.ToUpperInvariant()}\""),
                .. Arxiv(paper, random),
                .. Day(paper.Day, random),
                random.Next(2) == 0 ? "publisher = home" : "keywords = {maps, {@article}, 5\\% of them}",
            ];
            var (open, close) = random.Next(4) == 0 ? ('(', ')') : ('{', '}');
            var comma = random.Next(3) switch { 0 => ",,\n  ", 1 => "\n  , ", _ => ",\n  " };
            text.Append(MadeFormat.Mark).Append(random.Next(2) == 0 ? "@article" : "@InProceedings").Append(random.Next(2) == 0 ? " " : "")
                .Append(open).Append("made").Append(paper.ArxivId).Append(",\n  ")
                .AppendJoin(comma, fields.OrderBy(_ => random.Next()).Select(field => random.Next(3) == 0 ? Upper(field) : field))
                .Append(random.Next(2) == 0 ? ",\n" : "\n").Append(close).Append(random.Next(3) == 0 ? "\n% a remark\n\n" : "\n\n");
        }
        return text.ToString();
    }

    public static string Ris(IReadOnlyList<MadeReference> papers, Random random)
    {
        var text = new StringBuilder(random.Next(2) == 0 ? "" : "1. A head that some exports have\n");
        foreach (var paper in papers)
        {
            List<string> lines =
            [
                (random.Next(2) == 0 ? "TI" : "T1") + "  - " + paper.Title,
                (random.Next(2) == 0 ? "AB" : "N2") + "  - " + Wrapped(paper.Abstract, random),
                "DO  - " + (random.Next(2) == 0 ? paper.Doi : $"https://doi.org/{paper.Doi}"),
                random.Next(3) switch
                {
                    0 => $"DA  - {MadeFormat.Iso(paper.Day)}",
                    1 => string.Create(CultureInfo.InvariantCulture, $"Y1  - {paper.Day:yyyy'/'MM'/'dd'/'}"),
                    _ => string.Create(CultureInfo.InvariantCulture, $"PY  - {paper.Day.Year}\nDA  - {paper.Day:yyyy'/'M'/'d}"),
                },
                "UR  - " + (random.Next(2) == 0 ? $"https://arxiv.org/abs/{paper.ArxivId}" : $"http://arxiv.org/pdf/{paper.ArxivId}v2"),
                string.Join('\n', paper.Authors.Select(author =>
                    $"{(random.Next(2) == 0 ? "AU" : "A1")}  - {author.Family}, {author.Given}")),
                "SN  - 1234-5678 (electronic)",
            ];
            text.Append(MadeFormat.Mark).Append(random.Next(3) == 0 ? "TY - JOUR\n" : "TY  - JOUR\n")
                .AppendJoin('\n', lines.OrderBy(_ => random.Next()))
                .Append(random.Next(2) == 0 ? "\nER  - \n" : "\nER  -\n\n");
        }
        return text.ToString().ReplaceLineEndings(MadeReference.Pick(random, LineEnds));
    }

    public static string Refer(IReadOnlyList<MadeReference> papers, Random random)
    {
        var text = new StringBuilder();
        foreach (var paper in papers)
        {
            List<string> lines =
            [
                "%T " + paper.Title,
                "%X " + Wrapped(paper.Abstract, random),
                "%R " + (random.Next(2) == 0 ? paper.Doi : $"https://doi.org/{paper.Doi}"),
                random.Next(2) == 0
                    ? $"%8 {MadeFormat.Iso(paper.Day)}"
                    : string.Create(CultureInfo.InvariantCulture, $"%D {paper.Day.Year}\n%8 {paper.Day:MMMM d}"),
                random.Next(2) == 0 ? $"%U https://arxiv.org/abs/{paper.ArxivId}" : $"%M arXiv:{paper.ArxivId}",
                string.Join('\n', paper.Authors.Select(author => random.Next(2) == 0
                    ? $"%A {author.Family}, {author.Given}"
                    : $"%A {author.Given} {author.Family}")),
                "%K maps",
            ];
            text.Append(MadeFormat.Mark).Append("%0 Journal Article\n").AppendJoin('\n', lines.OrderBy(_ => random.Next()))
                .Append(random.Next(2) == 0 ? "\n\n" : "\n");
        }
        return text.ToString().ReplaceLineEndings(MadeReference.Pick(random, LineEnds));
    }

    public static string Medline(IReadOnlyList<MadeReference> papers, Random random)
    {
        var text = new StringBuilder("\n");
        foreach (var paper in papers)
        {
            string[] tags = random.Next(3) == 0 ? ["AU"] : ["FAU", "AU"];
            List<string> lines =
            [
                "TI  - " + Wrapped(paper.Title, random) + ".",
                "AB  - " + Wrapped(paper.Abstract, random),
                (random.Next(2) == 0 ? "LID - " : "AID - ") + paper.Doi + " [doi]",
                random.Next(2) == 0
                    ? string.Create(CultureInfo.InvariantCulture, $"DP  - {paper.Day:yyyy MMM d}")
                    : string.Create(CultureInfo.InvariantCulture, $"DP  - {paper.Day:yyyy MMM}\nDEP - {paper.Day:yyyyMMdd}"),
                $"LID - arXiv:{paper.ArxivId} [pii]",
                string.Join('\n', paper.Authors.SelectMany(author => tags.Select(tag => $"{tag,-4}- {author.Family}, {author.Given}"))),
                "OWN - NLM",
            ];
            text.Append(MadeFormat.Mark).Append("PMID- ").Append(random.Next(1, 40_000_000)).Append('\n')
                .AppendJoin('\n', lines.OrderBy(_ => random.Next())).Append("\n\n");
        }
        return text.ToString().ReplaceLineEndings(MadeReference.Pick(random, LineEnds));
    }

    public static string Table(IReadOnlyList<MadeReference> papers, Random random)
    {
        var separator = MadeReference.Pick(random, [',', '\t', ';', '|']);
        var (between, hasDay) = (separator == ';' ? " | " : "; ", random.Next(2) == 0);
        (string Name, Func<MadeReference, string> Value)[] columns =
        [
            (MadeReference.Pick(random, ["Title", "Article Title", "title"]), paper => paper.Title),
            (MadeReference.Pick(random, ["Abstract", "abstract", "Abstract Note"]), paper => Wrapped(paper.Abstract, random)),
            (MadeReference.Pick(random, ["Authors", "Author full names"]), paper => string.Join(between, paper.Authors.Select(author =>
                random.Next(2) == 0 ? $"{author.Family}, {author.Given}" : $"{author.Given} {author.Family}"))),
            (MadeReference.Pick(random, ["DOI", "doi_url"]), paper => random.Next(2) == 0 ? paper.Doi : $"https://doi.org/{paper.Doi}"),
            ("Link", paper => $"https://arxiv.org/abs/{paper.ArxivId}"),
            ("Publication Year", paper => $"{paper.Day.Year}"),
            ("Publication Date", paper => hasDay
                ? MadeFormat.Iso(paper.Day)
                : string.Create(CultureInfo.InvariantCulture, $"{paper.Day:MMM d}")),
            ("Volume", _ => ""),
        ];
        columns = [.. columns.OrderBy(_ => random.Next())];
        string Cell(string value) => random.Next(2) == 0 || value.AsSpan().IndexOfAny(separator, '"', '\n') >= 0
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;

        var text = new StringBuilder().AppendJoin(separator, columns.Select(column => Cell(column.Name))).Append('\n');
        foreach (var paper in papers)
            text.Append(MadeFormat.Mark).AppendJoin(separator, columns.Select(column => Cell(column.Value(paper)))).Append('\n');
        return text.ToString().ReplaceLineEndings(MadeReference.Pick(random, LineEnds));
    }

    public static string CslJson(IReadOnlyList<MadeReference> papers, Random random) => MadeFormat.Json(
        papers.Select(paper => new JsonObject
        {
            ["id"] = random.Next(2) == 0 ? paper.ArxivId : JsonValue.Create(paper.Upvotes),
            ["type"] = "article-journal",
            ["title"] = random.Next(3) switch
            {
                0 => new JsonArray(paper.Title),
                1 => paper.Title.Replace("maps", "<i>maps</i>", StringComparison.Ordinal),
                _ => paper.Title,
            },
            ["abstract"] = random.Next(2) == 0 ? paper.Abstract : $"<jats:p>{paper.Abstract}</jats:p>",
            ["author"] = new JsonArray([.. paper.Authors.Select(author => random.Next(3) == 0
                ? new JsonObject { ["literal"] = $"{author.Given} {author.Family}" }
                : new JsonObject { ["family"] = author.Family, ["given"] = author.Given })]),
            ["issued"] = Issued(paper.Day, random),
            ["DOI"] = random.Next(2) == 0 ? paper.Doi : paper.Doi.ToUpperInvariant(),
            [random.Next(2) == 0 ? "archive_location" : "note"] = $"arXiv:{paper.ArxivId}",
        }),
        random,
        isAscii: random.Next(2) == 0);

    public static string Zotero(IReadOnlyList<MadeReference> papers, Random random)
    {
        var isAnswer = random.Next(2) == 0;
        return MadeFormat.Json(
            papers.Select(paper =>
            {
                var item = new JsonObject
                {
                    ["itemType"] = "preprint",
                    ["title"] = paper.Title,
                    ["abstractNote"] = paper.Abstract,
                    ["creators"] = new JsonArray([.. paper.Authors.Select(author => random.Next(3) == 0
                        ? new JsonObject { ["creatorType"] = "author", ["name"] = $"{author.Given} {author.Family}" }
                        : new JsonObject { ["creatorType"] = "author", ["firstName"] = author.Given, ["lastName"] = author.Family })]),
                    ["date"] = random.Next(2) == 0
                        ? MadeFormat.Iso(paper.Day)
                        : string.Create(CultureInfo.InvariantCulture, $"{paper.Day:MMMM d, yyyy}"),
                    ["DOI"] = paper.Doi,
                    [MadeReference.Pick(random, ["archiveID", "extra"])] = $"arXiv:{paper.ArxivId}",
                };
                return isAnswer
                    ? new JsonObject { ["key"] = paper.ArxivId, ["version"] = 1, ["library"] = new JsonObject(), ["data"] = item }
                    : item;
            }),
            random,
            isAscii: random.Next(2) == 0,
            "\"config\": {\"id\": 1}",
            "items");
    }

    private static JsonObject Issued(DateOnly day, Random random) => random.Next(3) switch
    {
        0 => new JsonObject { ["raw"] = MadeFormat.Iso(day) },
        1 => new JsonObject { ["date-parts"] = new JsonArray(new JsonArray($"{day.Year}", $"{day.Month}", $"{day.Day}")) },
        _ => new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(day.Year, day.Month, day.Day)) },
    };

    private static string[] Arxiv(MadeReference paper, Random random) => random.Next(3) switch
    {
        0 => [$"eprint = {{{paper.ArxivId}}}", "archivePrefix = {arXiv}"],
        1 => [$"journal = {{arXiv preprint arXiv:{paper.ArxivId}}}"],
        _ => [$"url = {{https://arxiv.org/abs/{paper.ArxivId}}}"],
    };

    private static string[] Day(DateOnly day, Random random)
    {
        string[] months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        return random.Next(3) switch
        {
            0 => [$"date = {{{MadeFormat.Iso(day)}}}"],
            1 => [$"year = {day.Year}", $"month = {months[day.Month - 1]}", $"day = {{{day.Day}}}"],
            _ => [$"year = {{{day.Year}}}", $"month = \"{day.Month}\"", $"day = {day.Day}"],
        };
    }

    /// <summary>A value may be broken at any blank.</summary>
    private static string Wrapped(string text, Random random)
    {
        var words = text.Split(' ');
        for (var i = 8; i < words.Length; i += 9)
            if (random.Next(2) == 0) words[i] = "\n  " + words[i];
        return string.Join(' ', words).Replace(" \n", "\n", StringComparison.Ordinal);
    }

    private static string Tex(string text, bool isTex) =>
        isTex ? string.Concat(text.Select(letter => Accents.GetValueOrDefault(letter, $"{letter}"))) : text;

    /// <summary>Between quotes a quote stands in braces.</summary>
    private static string Quoted(string text) => text.Replace("\\\"{u}", "{\\\"{u}}", StringComparison.Ordinal);

    private static string Upper(string field) => field[..field.IndexOf(' ', StringComparison.Ordinal)].ToUpperInvariant()
        + field[field.IndexOf(' ', StringComparison.Ordinal)..];
}

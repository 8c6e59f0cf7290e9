using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PaperGraph.Sources.Generated;

/// <summary>Made-up papers as arXiv gives them. The id of a paper says the month of its first version.</summary>
internal static class MadeArxiv
{
    public static string Atom(IReadOnlyList<MadeReference> papers, Random random)
    {
        var text = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<feed xmlns:arxiv=\"http://arxiv.org/schemas/atom\" "
            + "xmlns=\"http://www.w3.org/2005/Atom\"><title>q</title><id>https://arxiv.org/api/q</id>\n");
        foreach (var paper in papers)
        {
            List<string> parts =
            [
                $"<id>{(random.Next(2) == 0 ? "http" : "https")}://arxiv.org/abs/{paper.ArxivId}v{random.Next(1, 5)}</id>",
                $"<title>{Text(Wrapped(paper.Title, random), random)}</title>",
                $"<summary>{Text("  " + Wrapped(paper.Abstract, random), random)}\n</summary>",
                $"<published>{MadeFormat.Iso(paper.Day)}T12:30:00Z</published>",
                $"<updated>{MadeFormat.Iso(paper.Day.AddDays(40 + paper.Revised))}T12:30:00Z</updated>",
                "<category term=\"cs.CG\" scheme=\"http://arxiv.org/schemas/atom\"/>",
                $"<arxiv:doi>{paper.Doi}</arxiv:doi>",
                string.Join('\n', paper.Names.Select(name => $"<author>\n<name>{Text(name, random)}</name>"
                    + (random.Next(3) == 0 ? "<arxiv:affiliation>Map Lab</arxiv:affiliation>" : "") + "</author>")),
            ];
            text.Append(MadeFormat.Mark).Append("<entry>").AppendJoin(random.Next(2) == 0 ? "\n  " : "", parts.OrderBy(_ => random.Next()))
                .Append("</entry>\n");
        }
        return text.Append("</feed>\n").ToString();
    }

    public static string Oai(IReadOnlyList<MadeReference> papers, Random random)
    {
        var isRaw = random.Next(2) == 0;
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">"
            + "<responseDate>2026-11-28T08:50:00Z</responseDate>\n<ListRecords>\n");
        foreach (var paper in papers)
        {
            List<string> parts =
            [
                $"<id>{paper.ArxivId}</id>",
                $"<title>{Text(Wrapped(paper.Title, random), random)}</title>",
                $"<abstract>{Text("  " + Wrapped(paper.Abstract, random, indent: ""), random)}\n</abstract>",
                $"<doi>{paper.Doi}</doi>",
                "<categories>cs.CG math.GT</categories>",
                .. isRaw ? Raw(paper, random) : Parsed(paper, random),
            ];
            var format = isRaw ? "arXivRaw" : "arXiv";
            text.Append(MadeFormat.Mark).Append("<record><header><identifier>oai:arXiv.org:").Append(paper.ArxivId)
                .Append("</identifier><datestamp>").Append(MadeFormat.Iso(new DateOnly(2026, 1, 1).AddDays(paper.Revised)))
                .Append("</datestamp></header><metadata>\n<").Append(format)
                .Append(" xmlns=")
                .Append(random.Next(2) == 0 ? $"\"http://arxiv.org/OAI/{format}/\"" : $"'http://arxiv.org/OAI/{format}/'")
                .Append('>').AppendJoin("\n ", parts.OrderBy(_ => random.Next()))
                .Append("</").Append(format).Append("></metadata></record>\n");
        }
        return text.Append("<resumptionToken/>\n</ListRecords>\n</OAI-PMH>\n").ToString();
    }

    public static string Snapshot(IReadOnlyList<MadeReference> papers, Random random) => string.Concat(papers.Select(paper =>
        MadeFormat.Mark + new JsonObject
        {
            ["id"] = paper.ArxivId,
            ["submitter"] = random.Next(2) == 0 ? null : "Ada Green",
            ["authors"] = string.Join(", ", paper.Names),
            ["title"] = Wrapped(paper.Title, random),
            ["comments"] = random.Next(2) == 0 ? null : "12 pages",
            ["journal-ref"] = null,
            ["doi"] = random.Next(2) == 0 ? paper.Doi : $"{paper.Doi} 10.1000/another",
            ["categories"] = "cs.CG math.GT",
            ["abstract"] = "  " + Wrapped(paper.Abstract, random, indent: "") + "\n",
            ["versions"] = new JsonArray(
                new JsonObject { ["version"] = "v1", ["created"] = Rfc1123(paper.Day) },
                new JsonObject { ["version"] = "v2", ["created"] = Rfc1123(paper.Day.AddDays(30)) }),
            ["update_date"] = MadeFormat.Iso(paper.Day.AddDays(31 + paper.Revised)),
            ["authors_parsed"] = new JsonArray([.. paper.Authors.Select(author => random.Next(3) == 0
                ? new JsonArray(author.Family, author.Given, "", "Map Lab")
                : new JsonArray(author.Family, author.Given, ""))]),
        }.ToJsonString() + "\n"));

    private static string[] Raw(MadeReference paper, Random random)
    {
        var separators = random.Next(2) == 0 ? ", " : " and ";
        var names = paper.Names.Select(name => random.Next(3) == 0 ? $"{name} (1)" : name);
        return
        [
            $"<authors>{Text(string.Join(separators, names), random)}</authors>",
            $"<version version=\"v1\"><date>{Rfc1123(paper.Day)}</date><size>12kb</size></version>",
            $"<version version=\"v2\"><date>{Rfc1123(paper.Day.AddDays(9))}</date></version>",
        ];
    }

    private static string[] Parsed(MadeReference paper, Random random) =>
    [
        "<authors>" + string.Concat(paper.Authors.Select(author =>
            $"<author><keyname>{Text(author.Family, random)}</keyname><forenames>{Text(author.Given, random)}</forenames></author>\n"))
            + "</authors>",
        $"<created>{MadeFormat.Iso(paper.Day)}</created>",
        $"<updated>{MadeFormat.Iso(paper.Day.AddDays(9))}</updated>",
    ];

    private static string Rfc1123(DateOnly day) =>
        new DateTime(day, new TimeOnly(9, 5), DateTimeKind.Utc).ToString("r", CultureInfo.InvariantCulture);

    private static string Wrapped(string text, Random random, string indent = "  ")
    {
        var words = text.Split(' ');
        for (var i = 6; i < words.Length; i += 7)
            if (random.Next(2) == 0) words[i] = "\n" + indent + words[i];
        return string.Join(' ', words).Replace(" \n", "\n", StringComparison.Ordinal);
    }

    /// <summary>As it is, with references for letters, or as CDATA.</summary>
    private static string Text(string text, Random random) => random.Next(4) switch
    {
        0 => new XCData(text).ToString(),
        1 => string.Concat(text.Select(letter => letter > 126 ? $"&#{(int)letter};" : $"{letter}")),
        _ => text,
    };
}

using System.Text.Json.Nodes;

namespace PaperGraph.Sources.Generated;

/// <summary>Made-up papers as OpenAlex, Semantic Scholar and Papers with Code give them.</summary>
internal static class MadeIndexes
{
    public static string OpenAlex(IReadOnlyList<MadeReference> papers, Random random) => MadeFormat.Json(
        papers.Select((paper, i) => new JsonObject
        {
            ["id"] = $"https://openalex.org/W{1000 + i}",
            ["doi"] = $"https://doi.org/{paper.Doi}",
            [random.Next(2) == 0 ? "title" : "display_name"] = paper.Title,
            ["publication_date"] = MadeFormat.Iso(paper.Day),
            ["type"] = "article",
            ["authorships"] = new JsonArray([.. paper.Names.Select((name, place) => new JsonObject
            {
                ["author"] = new JsonObject { ["id"] = $"https://openalex.org/A{place}", ["display_name"] = name, ["orcid"] = null },
                ["institutions"] = new JsonArray(),
            })]),
            ["abstract_inverted_index"] = Inverted(paper.Abstract, random),
            ["primary_location"] = random.Next(2) == 0 ? null : new JsonObject { ["landing_page_url"] = $"https://doi.org/{paper.Doi}" },
            ["locations"] = new JsonArray(
                new JsonObject { ["landing_page_url"] = $"http://arxiv.org/abs/{paper.ArxivId}", ["pdf_url"] = null }),
            ["referenced_works"] = new JsonArray("https://openalex.org/W7"),
        }),
        random,
        isAscii: random.Next(2) == 0,
        "\"meta\": {\"count\": 5}", "results");

    public static string SemanticScholar(IReadOnlyList<MadeReference> papers, Random random)
    {
        var isDataset = random.Next(2) == 0;
        string Name(string name) => isDataset ? name.ToLowerInvariant() : name;

        return MadeFormat.Json(
            papers.Select((paper, i) =>
            {
                var row = new JsonObject
                {
                    [Name("corpusId")] = 100 + i,
                    [Name("externalIds")] = new JsonObject
                    {
                        ["DOI"] = random.Next(2) == 0 ? paper.Doi : paper.Doi.ToUpperInvariant(),
                        ["ArXiv"] = paper.ArxivId,
                        ["MAG"] = null,
                    },
                    ["title"] = paper.Title,
                    ["abstract"] = paper.Abstract,
                    ["year"] = paper.Day.Year,
                    [Name("publicationDate")] = MadeFormat.Iso(paper.Day),
                    ["authors"] = new JsonArray([.. paper.Names.Select(name => new JsonObject
                    {
                        [Name("authorId")] = random.Next(3) == 0 ? null : "7", ["name"] = name,
                    })]),
                };
                if (!isDataset) row["paperId"] = $"{i:x40}";
                return row;
            }),
            random,
            isAscii: random.Next(2) == 0,
            "\"total\": 5, \"offset\": 0", "data");
    }

    public static string PapersWithCode(IReadOnlyList<MadeReference> papers, Random random) => MadeFormat.Json(
        papers.Select((paper, i) => new JsonObject
        {
            ["paper_url"] = $"https://paperswithcode.com/paper/made-{i}",
            ["arxiv_id"] = random.Next(2) == 0 ? paper.ArxivId : paper.ArxivId + "v2",
            ["title"] = paper.Title,
            ["abstract"] = paper.Abstract.Replace(". ", ".\r\n", StringComparison.Ordinal),
            ["url_abs"] = $"http://arxiv.org/abs/{paper.ArxivId}v1",
            ["proceeding"] = null,
            ["authors"] = new JsonArray([.. paper.Names.Select(name => JsonValue.Create(name))]),
            ["tasks"] = new JsonArray("Folding"),
            ["date"] = MadeFormat.Iso(paper.Day),
            ["methods"] = new JsonArray(),
        }),
        random,
        isAscii: random.Next(2) == 0);

    private static JsonObject Inverted(string text, Random random)
    {
        var index = new Dictionary<string, JsonArray>(StringComparer.Ordinal);
        foreach (var (word, place) in text.Split(' ').Select((word, place) => (word, place)))
        {
            if (!index.TryGetValue(word, out var places)) index[word] = places = [];
            places.Add(place);
        }
        return new JsonObject(index.OrderBy(_ => random.Next()).Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value)));
    }
}
